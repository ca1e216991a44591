#include "platform/db/postgres_connection.hpp"

#include <libpq-fe.h>

#include <charconv>

#include <fmt/format.h>

#include "platform/db/postgres_row.hpp"

namespace hebra::db {
namespace {

// Answers not yet fetched fill the server's buffer, and then both sides would wait for the other. A few never do.
constexpr std::size_t k_pipeline_depth = 64;

constexpr std::string_view k_commit = "COMMIT";
constexpr std::string_view k_roll_back = "ROLLBACK";

unsigned type_of(Kind kind) {
    switch (kind) {
        case Kind::integer: return k_pg_int8;
        case Kind::text: return k_pg_text;
        case Kind::bytes: return k_pg_bytea;
        case Kind::unknown: break;
    }
    return 0;  // the server infers it
}

/// Without a trailing line break.
std::string_view trimmed(const char* text) {
    std::string_view view(text ? text : "");
    while (!view.empty() && view.back() == '\n') view.remove_suffix(1);
    return view;
}

}  // namespace

void PostgresConnection::Free::operator()(pg_result* result) const { PQclear(result); }

PostgresConnection::PostgresConnection(const std::string& url, Meter& meter) : Session(meter) {
    // Later keywords win: the URL may overrule all but the encoding.
    const char* const keywords[] = {"connect_timeout", "tcp_user_timeout", "application_name", "dbname", "client_encoding",
                                    nullptr};
    const char* const values[] = {"5", "15000", "hebra", url.c_str(), "UTF8", nullptr};
    handle_ = PQconnectdbParams(keywords, values, 1);
    if (PQstatus(handle_) != CONNECTION_OK || PQenterPipelineMode(handle_) != 1) {
        const std::string why(trimmed(PQerrorMessage(handle_)));
        PQfinish(handle_);
        throw Unavailable(fmt::format("PostgreSQL: {}", why));
    }
    PQsetNoticeProcessor(handle_, [](void*, const char*) {}, nullptr);
}

PostgresConnection::~PostgresConnection() { PQfinish(handle_); }

void PostgresConnection::begin(bool writing, std::chrono::milliseconds limit) {
    fresh(writing, limit);
    committing_ = false;
    answered_ = false;
    // Did the server hang up while the connection lay idle? The first call may read its farewell, the second the end.
    if (PQconsumeInput(handle_) != 1 || PQconsumeInput(handle_) != 1) lose("while idle");
    if (told_limit_ == limit) return;
    // Before the transaction, which would take it back when it is rolled back.
    send(statement(fmt::format("SET statement_timeout = {}", limit.count())), {});
    send_sync(false);
    told_limit_ = limit;
}

void PostgresConnection::begin_write(std::chrono::milliseconds limit) {
    begin(true, limit);
    send(statement("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"), {});
}

void PostgresConnection::begin_read(std::chrono::milliseconds limit) {
    begin(false, limit);
    send(statement("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"), {});
}

void PostgresConnection::commit() {
    lift_limit();
    committing_ = true;
    send(statement(k_commit), {});
    send_sync(false);
    catch_up(0);
    committing_ = false;
}

void PostgresConnection::end_read() {
    if (lost_) return;
    // After an error the server skips everything up to a sync: the end of the transaction comes after one.
    for (auto& pending : pending_) pending.ignored = true;
    send_sync(true);
    send(statement(k_roll_back), {}, true);
    send_sync(true);
    flush();
}

void PostgresConnection::roll_back() { end_read(); }

void PostgresConnection::lose(std::string_view during) {
    lost_ = true;
    throw ConnectionLost(fmt::format("PostgreSQL: the connection was lost: {}", shorten(during)));
}

PostgresConnection::Statement& PostgresConnection::statement(std::string_view sql) {
    if (const auto known = statements_.find(sql); known != statements_.end()) return *known->second;
    auto made = std::make_unique<Statement>();
    made->name = fmt::format("s{}", statements_.size());
    made->sql = prepare(sql, Engine::postgres);
    made->original = sql;
    return *statements_.emplace(sql, std::move(made)).first->second;
}

void PostgresConnection::send_prepare(Statement& statement, bool ignored) {
    types_.clear();
    for (const Value* value : values_) types_.push_back(type_of(value->kind()));
    if (PQsendPrepare(handle_, statement.name.c_str(), statement.sql.text.c_str(), static_cast<int>(types_.size()),
                      types_.data()) != 1) {
        lose(statement.original);
    }
    pending_.push_back({Pending::What::prepare, &statement, ignored});
    statement.prepared = true;
}

void PostgresConnection::send(Statement& statement, Args args, bool ignored) {
    match(statement.sql, args, statement.original, values_);
    if (!statement.prepared) send_prepare(statement, ignored);
    const auto count = values_.size();
    data_.resize(count);
    lengths_.resize(count);
    formats_.resize(count);
    numbers_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Value& value = *values_[i];
        formats_[i] = value.kind() != Kind::integer;  // binary for text and bytes, whose length is then told
        if (value.is_null()) {
            data_[i] = nullptr;
        } else if (value.kind() == Kind::integer) {
            auto& number = numbers_[i];
            *std::to_chars(number.data(), number.data() + number.size() - 1, value.integer()).ptr = '\0';
            data_[i] = number.data();
        } else {
            data_[i] = value.data().data();
            lengths_[i] = static_cast<int>(value.data().size());
        }
    }
    if (PQsendQueryPrepared(handle_, statement.name.c_str(), static_cast<int>(count), data_.data(), lengths_.data(),
                            formats_.data(), 1) != 1) {
        lose(statement.original);
    }
    pending_.push_back({Pending::What::execute, &statement, ignored});
}

void PostgresConnection::send_sync(bool ignored) {
    if (PQpipelineSync(handle_) != 1) lose("sync");
    pending_.push_back({Pending::What::sync, nullptr, ignored});
}

void PostgresConnection::flush() {
    if (PQflush(handle_) != 0) lose("flush");
}

PostgresConnection::Answer PostgresConnection::next_answer() {
    Answer answer(PQgetResult(handle_));
    if (!answer || PQstatus(handle_) == CONNECTION_BAD) lose("while waiting for an answer");
    return answer;
}

/// After each command's answer libpq says once that there is no more.
void PostgresConnection::expect_end() {
    while (PGresult* more = PQgetResult(handle_)) {
        PQclear(more);
        if (PQstatus(handle_) == CONNECTION_BAD) lose("while waiting for an answer");
    }
}

/// A statement whose preparation was skipped or refused must be prepared again.
void PostgresConnection::settle(const Pending& pending, bool done) {
    if (pending.what == Pending::What::prepare && !done) pending.statement->prepared = false;
}

void PostgresConnection::catch_up(std::size_t leave) {
    if (PQsendFlushRequest(handle_) != 1) lose("flush");
    flush();
    while (pending_.size() > leave) take_oldest();
}

void PostgresConnection::take_oldest() {
    const Pending oldest = pending_.front();
    auto answer = next_answer();
    pending_.pop_front();
    const auto status = PQresultStatus(answer.get());
    if (oldest.what == Pending::What::sync) {
        if (status != PGRES_PIPELINE_SYNC) lose("answers came out of step");
        return;
    }
    const bool done = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    expect_end();
    settle(oldest, done);
    if (oldest.ignored) return;
    if (!done) fail(std::move(answer), oldest.statement);
    if (oldest.what == Pending::What::execute && oldest.statement->original == k_commit &&
        std::string_view(PQcmdStatus(answer.get())) != k_commit) {
        throw Error("PostgreSQL rolled back instead of committing");
    }
}

/// Throws what the server said; first takes all other answers, so that the connection can be used again.
void PostgresConnection::fail(Answer answer, const Statement* statement) {
    const auto field = [&](int code) { return trimmed(PQresultErrorField(answer.get(), code)); };
    const std::string state(field(PG_DIAG_SQLSTATE));
    // Messages about data (class 22) quote it; details do, too: neither may reach a log.
    const auto message = state.starts_with("22") ? "the data does not fit its type" : field(PG_DIAG_MESSAGE_PRIMARY);
    const auto constraint = field(PG_DIAG_CONSTRAINT_NAME);
    const auto text = fmt::format("PostgreSQL: {} ({}{}{}): {}", message, state, constraint.empty() ? "" : " ", constraint,
                                  shorten(statement ? statement->original : ""));
    answer.reset();
    for (auto& pending : pending_) pending.ignored = true;
    send_sync(true);
    flush();
    while (!pending_.empty()) take_oldest();

    if (state == "40001" || state == "40P01") throw Collision(text);
    // Shutting down; or, after a failover, a server that only reads: another connection may find a better one.
    if (state.starts_with("57P") || state == "25006") {
        lost_ = true;
        throw ConnectionLost(text);
    }
    if (state.starts_with("53") || state.starts_with("58") || state == "57014" || state == "55P03") throw Unavailable(text);
    throw Error(text);
}

void PostgresConnection::hand_over(const Answer& answer, Statement& statement, const Shape& shape, EachRow each) {
    if (statement.checked != &shape) {
        check_columns(shape, PostgresRow(answer.get(), 0), statement.original);
        statement.checked = &shape;
    }
    for (int row = 0; row < PQntuples(answer.get()); ++row) each(PostgresRow(answer.get(), row));
}

void PostgresConnection::take_rows(const Shape& shape, EachRow each) {
    auto answer = next_answer();
    Statement& statement = *pending_.front().statement;
    pending_.pop_front();
    expect_end();
    if (PQresultStatus(answer.get()) == PGRES_COMMAND_OK) {
        throw Error(fmt::format("this statement has no rows to read: {}", shorten(statement.original)));
    }
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) fail(std::move(answer), &statement);
    hand_over(answer, statement, shape, each);
}

void PostgresConnection::take_streamed(const Shape& shape, EachRow each) {
    if (PQsetSingleRowMode(handle_) != 1) lose("streaming");
    Statement& statement = *pending_.front().statement;
    auto answer = next_answer();
    pending_.pop_front();
    try {
        while (PQresultStatus(answer.get()) == PGRES_SINGLE_TUPLE) {
            hand_over(answer, statement, shape, each);
            answer = next_answer();
        }
    } catch (...) {
        if (!lost_) expect_end();  // reads and drops the rest
        throw;
    }
    expect_end();
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) fail(std::move(answer), &statement);
    hand_over(answer, statement, shape, each);  // no rows are left; checks the columns of an empty answer
}

void PostgresConnection::do_query(std::string_view sql, Args args, const Shape& shape, Fetch fetch, EachRow each) {
    send(statement(sql), args);
    catch_up(1);
    if (fetch == Fetch::whole) {
        take_rows(shape, each);
        answered_ = true;
    } else {
        answered_ = true;  // with its first row, which may be followed by the loss
        take_streamed(shape, each);
    }
}

std::int64_t PostgresConnection::do_run(std::string_view sql, Args args) {
    send(statement(sql), args);
    catch_up(1);
    auto answer = next_answer();
    Statement& statement = *pending_.front().statement;
    pending_.pop_front();
    expect_end();
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(std::move(answer), &statement);
    const std::string_view count(PQcmdTuples(answer.get()));
    std::int64_t rows = 0;
    std::from_chars(count.data(), count.data() + count.size(), rows);
    return rows;
}

void PostgresConnection::do_add(std::string_view sql, Args args) {
    send(statement(sql), args);
    if (pending_.size() > k_pipeline_depth) catch_up(0);
}

}  // namespace hebra::db
