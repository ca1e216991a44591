// bare_postgres URL SECONDS CONNECTIONS: so many threads, each with its connection, write the rows of recorded people into a
// migrated database, one person a transaction, pipelined into one round trip: what this machine and PostgreSQL can do at most.
#include <libpq-fe.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <thread>

#include "person_rows.hpp"

namespace {

using Clock = std::chrono::steady_clock;

class Writer {
  public:
    Writer(const char* url, std::uint64_t seed) : connection_(PQconnectdb(url)), person_(seed) {
        if (PQstatus(connection_) != CONNECTION_OK) fail();
        for (std::size_t at = 0; at < bench::statements().size(); ++at) {
            PGresult* result = PQprepare(connection_, name(at).c_str(), bench::statements()[at].sql, 0, nullptr);
            if (PQresultStatus(result) != PGRES_COMMAND_OK) fail();
            PQclear(result);
        }
        if (PQenterPipelineMode(connection_) != 1) fail();
    }
    ~Writer() { PQfinish(connection_); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void record() {
        person_.begin();
        send("BEGIN");
        for (std::size_t at = 0; at < bench::statements().size(); ++at)
            for (int time = 0; time < bench::statements()[at].times; ++time) write(at);
        send("COMMIT");
        if (PQpipelineSync(connection_) != 1) fail();
        for (;;) {  // results come one by one, each followed by a null; the last is the sync
            PGresult* result = PQgetResult(connection_);
            if (result == nullptr) continue;
            const auto status = PQresultStatus(result);
            PQclear(result);
            if (status == PGRES_PIPELINE_SYNC) return;
            if (status != PGRES_COMMAND_OK) fail();
        }
    }

  private:
    static std::string name(std::size_t at) { return "s" + std::to_string(at); }
    [[noreturn]] void fail() { throw std::runtime_error(PQerrorMessage(connection_)); }

    void send(const char* sql) {
        if (PQsendQueryParams(connection_, sql, 0, nullptr, nullptr, nullptr, nullptr, 0) != 1) fail();
    }

    void write(std::size_t at) {
        const auto& cells = bench::statements()[at].cells;
        std::vector<std::string> values;
        std::vector<const char*> pointers;
        std::vector<int> lengths, formats;
        for (const auto& cell : cells) values.push_back(person_.text(cell));
        for (std::size_t n = 0; n < cells.size(); ++n) {
            pointers.push_back(values[n].data());
            lengths.push_back(static_cast<int>(values[n].size()));
            formats.push_back(cells[n].kind == bench::Kind::bytes ? 1 : 0);
        }
        if (PQsendQueryPrepared(connection_, name(at).c_str(), static_cast<int>(cells.size()), pointers.data(),
                                lengths.data(), formats.data(), 0) != 1)
            fail();
    }

    PGconn* connection_;
    bench::Person person_;
};

}  // namespace

int main(int count, char** words) {
    try {
        if (count != 4) throw std::runtime_error("bare_postgres URL SECONDS CONNECTIONS");
        const auto seed = static_cast<std::uint64_t>(Clock::now().time_since_epoch().count());
        const auto began = Clock::now();
        const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
        std::atomic<std::uint64_t> people = 0;
        std::exception_ptr failure;
        std::vector<std::thread> threads;
        for (int n = 0; n < std::atoi(words[3]); ++n)
            threads.emplace_back([&, n] {
                try {
                    Writer writer(words[1], seed + static_cast<std::uint64_t>(n));
                    for (; seconds() < std::atof(words[2]); ++people) writer.record();
                } catch (...) {
                    failure = std::current_exception();
                }
            });
        for (auto& thread : threads) thread.join();
        if (failure) std::rethrow_exception(failure);
        std::printf("{\"requests\":%lu,\"seconds\":%.4f}\n", static_cast<unsigned long>(people.load()), seconds());
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "bare_postgres: %s\n", failure.what());
        return 1;
    }
}
