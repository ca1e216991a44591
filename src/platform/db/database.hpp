// The database, whichever it is: reads see one moment, writes are all or nothing and durable when they return.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <source_location>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "platform/db/dialect.hpp"
#include "platform/db/reader.hpp"

namespace hebra::db {

/// People wait for interactive writes; imports and upkeep are bulk, and go in pieces of at most 20 ms.
enum class Urgency : std::uint8_t { interactive, bulk };

/// How long a closure may wait for its turn, and then how long it may run; broken off, it throws Unavailable and leaves nothing.
/// Zero: as long as it needs.
struct Limits {
    std::chrono::milliseconds interactive{0};  ///< of looks, too
    std::chrono::milliseconds bulk{0};

    std::chrono::milliseconds of(Urgency urgency) const { return urgency == Urgency::bulk ? bulk : interactive; }
};

/// Counts since opening, for /metrics and for tests with a budget of statements.
struct Statistics {
    std::uint64_t statements = 0;  ///< of closures; not BEGIN, COMMIT, SAVEPOINT
    std::uint64_t reads = 0;       ///< closures
    std::uint64_t writes = 0;      ///< closures stored
    std::uint64_t refused = 0;     ///< closures that answered no, and left nothing
    std::uint64_t failed = 0;      ///< closures that threw, or could not be committed
    std::uint64_t commits = 0;     ///< SQLite: many writes each
    std::uint64_t reruns = 0;
    std::uint64_t slow = 0;        ///< write closures above 5 ms (SQLite) or 50 ms (PostgreSQL)
    std::uint64_t waiting = 0;     ///< now: writes in the queue, or callers without a connection
};

/// Where the layer says what an operator should know. Never contains values. Called from any thread; must not throw.
using Log = std::function<void(std::string_view)>;

class Database {
  public:
    virtual ~Database() = default;
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Runs `use_case`, `(Tx&) -> Result<T>`, in one transaction and returns its answer when that is durable. A refusal or
    /// an exception leaves nothing behind; exceptions come out here. It may run twice, and in another thread: no effect
    /// but through Tx, and no other write or read of this database inside. Throws Unavailable if it cannot be stored now.
    template <class F>
    auto write(F&& use_case, Urgency urgency = Urgency::interactive,
               std::source_location where = std::source_location::current()) {
        using Answer = std::invoke_result_t<F&, Tx&>;
        static_assert(requires(Answer a) { a.has_value(); a.error(); }, "a write returns a Result<T>");
        outside();
        std::optional<Answer> answer;
        apply(
            [&](Tx& tx) {
                const Inside inside(*this);
                answer.emplace(use_case(tx));
                return answer->has_value();
            },
            urgency, where);
        return *std::move(answer);
    }

    /// Runs `look`, `(Reader&) -> anything`, on one snapshot that holds every write committed before it began. It may be
    /// started a second time if the connection was lost, but never once it has been given an answer.
    template <class F>
    auto read(F&& look) -> std::invoke_result_t<F&, Reader&> {
        using Answer = std::invoke_result_t<F&, Reader&>;
        outside();
        if constexpr (std::is_void_v<Answer>) {
            view([&](Reader& reader) {
                const Inside inside(*this);
                look(reader);
            });
        } else {
            std::optional<Answer> answer;
            view([&](Reader& reader) {
                const Inside inside(*this);
                answer.emplace(look(reader));
            });
            return *std::move(answer);
        }
    }

    virtual Engine engine() const = 0;
    std::string_view name() const { return name_of(engine()); }

    /// Asks the database something small. Throws Unavailable if it does not answer.
    void check();
    virtual Statistics statistics() const = 0;
    /// Finishes the writes that wait, refuses new ones with Unavailable, and closes the files or connections.
    virtual void close() = 0;

    /// From the next closure on. A database that was just opened has none, so that a migration takes its time.
    virtual void limit(const Limits& limits) = 0;

    /// For tests: the nth statement of writes from now on throws InjectedFailure. 0: none.
    void fail_statement(std::int64_t nth) { meter_.fail_in = nth; }

  protected:
    Database() = default;

    /// True: keep what it did. False: a refusal, leave nothing.
    using Closure = FunctionRef<bool(Tx&)>;
    virtual void apply(Closure closure, Urgency urgency, const std::source_location& where) = 0;
    virtual void view(FunctionRef<void(Reader&)> look) = 0;

    Meter meter_;

  private:
    /// Marks that this thread is inside a closure of this database, where asking for another would wait for itself.
    class Inside {
      public:
        explicit Inside(const Database& database);
        ~Inside();

      private:
        const Database* outer_;
    };
    void outside() const;
};

struct SqliteSettings {
    std::string path;
    int readers = 8;
    int cache_mb = 256;  ///< for all connections together; taken as needed
    std::string vfs = {};  ///< empty: the system's; tests name their own
    Log log = {};
};
/// Creates the file (readable by its owner only) if there is none.
std::unique_ptr<Database> open_sqlite(const SqliteSettings& settings);

struct PostgresSettings {
    std::string url;  ///< postgresql://…, or libpq's "key=value …"
    int connections = 16;
    Log log = {};
};
/// Connects once, to say at the start what is wrong; the rest of the pool grows as needed.
std::unique_ptr<Database> open_postgres(const PostgresSettings& settings);

/// postgres:// or postgresql:// opens PostgreSQL; anything else is the path of a SQLite file.
std::unique_ptr<Database> open(const std::string& url_or_path, Log log = {});

}  // namespace hebra::db
