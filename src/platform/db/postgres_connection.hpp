// One PostgreSQL connection, in pipeline mode: commands are queued and their answers fetched only when somebody needs one.
#pragma once
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/db/error.hpp"
#include "platform/db/session.hpp"
#include "platform/db/sql.hpp"

struct pg_conn;
struct pg_result;

namespace hebra::db {

/// The transaction lost against another (deadlock, serialisation) and may be run again.
class Collision : public Error {
  public:
    using Error::Error;
};

/// The connection is gone.
class ConnectionLost : public Unavailable {
  public:
    using Unavailable::Unavailable;
};

class PostgresConnection final : public Session {
  public:
    /// Connects; throws Unavailable.
    PostgresConnection(const std::string& url, Meter& meter);
    ~PostgresConnection() override;

    using Session::refuse_if_failed;

    /// @param limit how long the closure may run, and the server on each of its statements; zero: without end
    void begin_write(std::chrono::milliseconds limit);
    /// One snapshot for the whole closure, as on SQLite. At READ ONLY it can never collide, and costs no more.
    void begin_read(std::chrono::milliseconds limit);
    /// Waits until it is durable.
    void commit();
    /// Ends the transaction without waiting for the answer, which is read before the next one's.
    void end_read();
    void roll_back();

    bool lost() const { return lost_; }
    /// The closure was given rows or a count: to run it again might tell them twice.
    bool answered() const { return answered_; }
    /// COMMIT is on its way: if the connection breaks now, nobody knows whether it was carried out.
    bool committing() const { return committing_; }

  private:
    struct Statement {
        std::string name;
        Prepared sql;
        std::string original;
        bool prepared = false;
        const Shape* checked = nullptr;
    };
    /// A command whose answer is still to come.
    struct Pending {
        enum class What : std::uint8_t { prepare, execute, sync } what;
        Statement* statement;
        bool ignored;  ///< whatever it answers, nobody is interested
    };
    struct Free {
        void operator()(pg_result* result) const;
    };
    using Answer = std::unique_ptr<pg_result, Free>;
    class CurrentRow;

    void begin(bool writing, std::chrono::milliseconds limit);
    Statement& statement(std::string_view sql);
    void send(Statement& statement, Args args, bool ignored = false);
    void send_prepare(Statement& statement, bool ignored);
    void send_sync(bool ignored);
    void flush();
    /// Asks the server for its answers so far, and takes all but the last `leave`. Throws the first error.
    void catch_up(std::size_t leave);
    void take_oldest();
    void take_rows(const Shape& shape, EachRow each);
    void take_streamed(const Shape& shape, EachRow each);
    void hand_over(const Answer& answer, Statement& statement, const Shape& shape, EachRow each);
    Answer next_answer();
    void expect_end();
    void settle(const Pending& pending, bool done);
    [[noreturn]] void fail(Answer answer, const Statement* statement);
    [[noreturn]] void lose(std::string_view during);

    void do_query(std::string_view sql, Args args, const Shape& shape, Fetch fetch, EachRow each) override;
    std::int64_t do_run(std::string_view sql, Args args) override;
    void do_add(std::string_view sql, Args args) override;

    pg_conn* handle_;
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements_;
    std::deque<Pending> pending_;
    std::chrono::milliseconds told_limit_{0};  ///< what the server was last told
    bool lost_ = false;
    bool answered_ = false;
    bool committing_ = false;

    // Reused from statement to statement.
    std::vector<const Value*> values_;
    std::vector<unsigned> types_;
    std::vector<const char*> data_;
    std::vector<int> lengths_, formats_;
    std::vector<std::array<char, 24>> numbers_;
};

}  // namespace hebra::db
