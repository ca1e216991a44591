// A PostgreSQL server for tests: started here, gone with this program however it ends (throwaway_postgres.sh).
#pragma once
#include <string>
#include <string_view>

namespace hebra::test {

class ThrowawayPostgres {
  public:
    /// A forgetful one forces nothing to the disk: fast, and right for all but crash tests.
    enum class Disk { forgetful, durable };

    /// Takes about two seconds. Throws if there is no PostgreSQL to start: tests on it are never optional.
    explicit ThrowawayPostgres(Disk disk = Disk::forgetful);
    ~ThrowawayPostgres();
    ThrowawayPostgres(const ThrowawayPostgres&) = delete;
    ThrowawayPostgres& operator=(const ThrowawayPostgres&) = delete;

    /// Of its empty database `postgres`.
    const std::string& url() const { return url_; }
    /// kill -9 of every process of the server.
    void crash();
    /// After a crash: starts on what the disk holds.
    void start();

  private:
    void order(std::string_view word);
    std::string answer();

    int orders_ = -1, answers_ = -1;
    int script_ = -1;
    std::string url_;
};

/// The server all tests of this program share: the one HEBRA_TEST_POSTGRES names, or one started at the first call.
const std::string& shared_postgres();

/// The same server, another database.
std::string with_database(const std::string& url, std::string_view database);

/// Runs one statement outside any transaction (CREATE DATABASE and the like). Throws what the server says.
void run_on_postgres(const std::string& url, const std::string& sql);

}  // namespace hebra::test
