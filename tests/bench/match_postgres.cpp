// match_postgres URL SECONDS CONNECTIONS SQL FILE: asks PostgreSQL the questions of FILE, one a line, their parameters apart by
// tabs (\N: none), with the one statement in SQL, prepared, over so many connections: what a filter in the database does at most.
#include <libpq-fe.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using Question = std::vector<std::string>;

std::string text_of(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Question> questions_in(const char* path) {
    std::vector<Question> all;
    std::istringstream lines(text_of(path));
    for (std::string line; std::getline(lines, line);) {
        Question question(1);
        for (const char c : line) {
            if (c == '\t') question.emplace_back();
            else question.back() += c;
        }
        all.push_back(std::move(question));
    }
    if (all.empty()) throw std::runtime_error("no questions in the file");
    return all;
}

class Asker {
  public:
    Asker(const char* url, const std::string& sql) : connection_(PQconnectdb(url)) {
        if (PQstatus(connection_) != CONNECTION_OK) fail();
        PGresult* result = PQprepare(connection_, "match", sql.c_str(), 0, nullptr);
        if (PQresultStatus(result) != PGRES_COMMAND_OK) fail();
        PQclear(result);
    }
    ~Asker() { PQfinish(connection_); }
    Asker(const Asker&) = delete;
    Asker& operator=(const Asker&) = delete;

    /// @return the rows it answered
    std::uint64_t ask(const Question& question) {
        std::vector<const char*> values;
        for (const auto& value : question) values.push_back(value == "\\N" ? nullptr : value.c_str());
        PGresult* result = PQexecPrepared(connection_, "match", static_cast<int>(values.size()), values.data(), nullptr, nullptr, 0);
        if (PQresultStatus(result) != PGRES_TUPLES_OK) fail();
        const auto rows = static_cast<std::uint64_t>(PQntuples(result));
        PQclear(result);
        return rows;
    }

  private:
    [[noreturn]] void fail() { throw std::runtime_error(PQerrorMessage(connection_)); }

    PGconn* connection_;
};

}  // namespace

int main(int count, char** words) {
    try {
        if (count != 6) throw std::runtime_error("match_postgres URL SECONDS CONNECTIONS SQL FILE");
        const auto sql = text_of(words[4]);
        const auto questions = questions_in(words[5]);
        const double most = std::atof(words[2]);
        const auto began = Clock::now();
        const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
        std::atomic<std::uint64_t> asked = 0;
        std::atomic<std::uint64_t> rows = 0;
        std::exception_ptr failure;
        std::vector<std::thread> threads;
        for (int n = 0; n < std::atoi(words[3]); ++n)
            threads.emplace_back([&] {
                try {
                    Asker asker(words[1], sql);
                    while (seconds() < most) rows += asker.ask(questions[asked++ % questions.size()]);
                } catch (...) {
                    failure = std::current_exception();
                }
            });
        for (auto& thread : threads) thread.join();
        if (failure) std::rethrow_exception(failure);
        std::printf("{\"requests\":%lu,\"seconds\":%.4f,\"rows\":%lu}\n", static_cast<unsigned long>(asked.load()), seconds(),
                    static_cast<unsigned long>(rows.load()));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "match_postgres: %s\n", failure.what());
        return 1;
    }
}
