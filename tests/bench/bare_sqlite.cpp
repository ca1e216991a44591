// bare_sqlite FILE SECONDS GROUP: one thread writes the rows of recorded people into a migrated database, so many people a
// commit, as durably as the house does (WAL, synchronous=FULL): what this machine's disk and SQLite can do at most.
#include <sqlite3.h>
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>

#include "person_rows.hpp"

namespace {

using Clock = std::chrono::steady_clock;

void check(int code, sqlite3* database) {
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW) throw std::runtime_error(sqlite3_errmsg(database));
}

void execute(sqlite3* database, const char* sql) {
    check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), database);
}

class Writer {
  public:
    explicit Writer(const char* path) {
        check(sqlite3_open(path, &database_), database_);
        for (const auto* pragma :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA temp_store=MEMORY", "PRAGMA cache_size=-65536"})
            execute(database_, pragma);
        for (const auto& statement : bench::statements()) {
            auto& prepared = prepared_.emplace_back();
            check(sqlite3_prepare_v2(database_, statement.sql, -1, &prepared, nullptr), database_);
        }
    }

    void group(int size) {
        execute(database_, "BEGIN IMMEDIATE");
        for (int n = 0; n < size; ++n) {
            person_.begin();
            for (std::size_t at = 0; at < prepared_.size(); ++at) write(bench::statements()[at], prepared_[at]);
        }
        execute(database_, "COMMIT");
    }

  private:
    void write(const bench::Statement& statement, sqlite3_stmt* prepared) {
        for (int time = 0; time < statement.times; ++time) {
            int place = 0;
            for (const auto& cell : statement.cells) {
                ++place;
                if (cell.kind == bench::Kind::number) {
                    sqlite3_bind_int64(prepared, place, person_.number());
                    continue;
                }
                const auto value = person_.text(cell);
                const auto size = static_cast<int>(value.size());
                if (cell.kind == bench::Kind::bytes)
                    sqlite3_bind_blob(prepared, place, value.data(), size, SQLITE_TRANSIENT);
                else sqlite3_bind_text(prepared, place, value.data(), size, SQLITE_TRANSIENT);
            }
            check(sqlite3_step(prepared), database_);
            sqlite3_reset(prepared);
        }
    }

    sqlite3* database_ = nullptr;
    std::vector<sqlite3_stmt*> prepared_;
    bench::Person person_{static_cast<std::uint64_t>(Clock::now().time_since_epoch().count())};
};

double cpu_micros() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto micros = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_usec);
    };
    return micros(usage.ru_utime) + micros(usage.ru_stime);
}

}  // namespace

int main(int count, char** words) {
    try {
        if (count != 4) throw std::runtime_error("bare_sqlite FILE SECONDS GROUP");
        Writer writer(words[1]);
        const int size = std::atoi(words[3]);
        const auto began = Clock::now();
        const auto cpu = cpu_micros();
        const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - began).count(); };
        std::uint64_t people = 0;
        for (; seconds() < std::atof(words[2]); people += static_cast<std::uint64_t>(size)) writer.group(size);
        std::printf("{\"requests\":%lu,\"seconds\":%.4f,\"cpu\":%.2f}\n", static_cast<unsigned long>(people), seconds(),
                    (cpu_micros() - cpu) / static_cast<double>(people));
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "bare_sqlite: %s\n", failure.what());
        return 1;
    }
}
