// One HTTP/1.1 connection: read a request, hand it to a worker, write its answer, and again.
#include "platform/http/connection.hpp"

#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <fmt/format.h>

#include "base/bytes.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/wire.hpp"
#include "platform/http/words.hpp"

namespace hebra::http {
namespace {

/// "10 MiB", "256 KiB", "900 bytes".
std::string size_text(std::size_t bytes) {
    constexpr std::size_t k_kibi = 1024, k_mebi = k_kibi * k_kibi;
    if (bytes >= k_mebi && bytes % k_mebi == 0) return fmt::format("{} MiB", bytes / k_mebi);
    if (bytes >= k_kibi && bytes % k_kibi == 0) return fmt::format("{} KiB", bytes / k_kibi);
    return fmt::format("{} bytes", bytes);
}

namespace beast = boost::beast;
using Parser = beast::http::request_parser<beast::http::string_body>;
using namespace std::chrono_literals;

constexpr std::size_t k_first_read = 2 * 1024;
constexpr std::size_t k_body_read = 64 * 1024;
constexpr std::size_t k_slowest = 16 * 1024;  ///< bytes a second that buy a transfer more time than its limit
constexpr auto k_linger = 5s;  ///< reading on after a refusal, so that its answer is not lost to a reset

class HttpConnection final : public Connection {
  public:
    HttpConnection(Connections& siblings, Socket socket, std::string peer)
        : siblings_(siblings), socket_(std::move(socket)), peer_(std::move(peer)) {}

    void start() override { await_request(); }

    void tick(Steady::time_point now) override {
        const bool is_leaving = phase_ == Phase::lingering && serving().is_stopping;
        if (now < deadline_ && !is_leaving) return;
        if (phase_ != Phase::head && phase_ != Phase::body) return close();
        ErrorCode ignored;
        socket_.cancel(ignored);  // the read that waits must let go of the buffer
        refuse(408, words::k_too_slow);
    }

    void finish() override {
        if (phase_ == Phase::idle) close();
    }

    void close() override {
        phase_ = Phase::closed;
        ErrorCode ignored;
        socket_.close(ignored);
        siblings_.forget(self());
    }

  private:
    enum class Phase { idle, head, body, working, writing, lingering, closed };

    std::shared_ptr<HttpConnection> self() { return std::static_pointer_cast<HttpConnection>(shared_from_this()); }
    Serving& serving() { return siblings_.serving(); }
    const ServerSettings& settings() { return serving().settings; }

    void enter(Phase phase, Seconds limit) {
        phase_ = phase;
        deadline_ = Steady::now() + limit;
    }

    static Seconds transfer_time(std::size_t bytes) { return Seconds(bytes / k_slowest); }

    // --- Reading ----------------------------------------------------------------------------------------------------

    void await_request() {
        if (serving().is_stopping && buffer_.size() == 0) return close();
        parser_.emplace();
        parser_->header_limit(static_cast<std::uint32_t>(settings().header_limit));
        parser_->body_limit(boost::none);  // set when the head has told the route
        parser_->eager(false);
        request_ = {};
        if (buffer_.size() != 0) {  // pipelined
            enter(Phase::head, settings().header_time);
            return parse();
        }
        buffer_.shrink_to_fit();
        enter(Phase::idle, settings().idle_time);
        read(k_first_read);
    }

    void read(std::size_t most) {
        socket_.async_read_some(buffer_.prepare(most), [self = self()](const ErrorCode& error, std::size_t count) {
            self->on_read(error, count);
        });
    }

    void on_read(const ErrorCode& error, std::size_t count) {
        const bool is_reading = phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::body;
        if (!is_reading) return;  // refused or closed meanwhile
        if (error) return close();
        if (phase_ == Phase::idle) enter(Phase::head, settings().header_time);
        buffer_.commit(count);
        parse();
    }

    void parse() {
        ErrorCode error;
        while (!parser_->is_done() && buffer_.size() != 0) {
            const auto used = parser_->put(buffer_.data(), error);
            buffer_.consume(used);
            if (error == beast::http::error::need_more) break;
            if (error) return refuse_unreadable(error);
            if (phase_ == Phase::head && parser_->is_header_done() && !take_head()) return;
        }
        if (parser_->is_done()) return hand_over();
        read(phase_ == Phase::body ? k_body_read : k_first_read);
    }

    void refuse_unreadable(const ErrorCode& error) {
        if (error == beast::http::error::header_limit) return refuse(431, words::k_header_too_large);
        if (error == beast::http::error::body_limit) return refuse_body();
        refuse(400, words::k_bad_request);
    }

    /// Looks at a complete head before any body is read. False if the request was refused.
    bool take_head() {
        const auto& head = parser_->get();
        read_head(head);
        if (head.version() >= 11 && head.count(beast::http::field::host) != 1) {
            refuse(400, words::k_bad_request);
            return false;
        }
        const auto own_limit = settings().body_limit_of ? settings().body_limit_of(request_.method, request_.target) : 0;
        const auto limit = own_limit != 0 ? own_limit : settings().body_limit;
        if (parser_->content_length().value_or(0) > limit) {
            body_limit_ = limit;
            refuse_body();
            return false;
        }
        body_limit_ = limit;
        parser_->body_limit(limit);
        parser_->eager(true);
        enter(Phase::body, settings().body_time + transfer_time(parser_->content_length().value_or(limit)));
        if (!parser_->is_done() && request_.headers.find("Expect") == "100-continue") invite_body();
        return true;
    }

    void read_head(const Parser::value_type& head) {
        const auto method = head.method_string();
        request_.method = method_of({method.data(), method.size()});
        request_.target = std::string(head.target());
        request_.id = new_request_id();
        std::optional<std::string> forwarded;
        for (const auto& field : head) {
            const auto name = field.name_string();
            const auto value = field.value();
            request_.headers.add({name.data(), name.size()}, {value.data(), value.size()});
            if (boost::beast::iequals(name, "X-Forwarded-For")) forwarded = std::string(value);  // the last line is the proxy's
        }
        request_.peer = caller(forwarded);
        is_http_1_0_ = head.version() < 11;
        keeps_open_ = head.keep_alive();
    }

    /// The peer; or, if that is one of our proxies, whom the proxy names last. What it names and cannot be read is nobody: never
    /// the proxy itself, which may be this machine.
    std::string caller(const std::optional<std::string>& forwarded) {
        const auto& proxies = settings().proxies;
        if (std::find(proxies.begin(), proxies.end(), peer_) == proxies.end()) return peer_;
        if (!forwarded) return peer_;
        ErrorCode error;
        const auto address = net::ip::make_address(last_address(*forwarded), error);
        return error ? "unknown" : address.to_string();
    }

    /// The last of "203.0.113.9, 198.51.100.7:4444", without its port or brackets.
    static std::string last_address(std::string_view list) {
        if (const auto comma = list.rfind(','); comma != std::string_view::npos) list.remove_prefix(comma + 1);
        list.remove_prefix(std::min(list.find_first_not_of(" \t"), list.size()));
        list = list.substr(0, list.find_last_not_of(" \t") + 1);
        if (list.starts_with('[')) return std::string(list.substr(1, list.find(']') - 1));
        const bool has_port = list.find(':') == list.rfind(':');  // one colon: an IPv4 address with a port
        return std::string(has_port ? list.substr(0, list.find(':')) : list);
    }

    /// A few bytes into a socket that nobody writes to: they go at once, or the client does without.
    void invite_body() {
        static constexpr std::string_view k_continue = "HTTP/1.1 100 Continue\r\n\r\n";
        ErrorCode ignored;
        socket_.non_blocking(true, ignored);
        socket_.write_some(net::buffer(k_continue), ignored);
    }

    // --- Working ----------------------------------------------------------------------------------------------------

    void hand_over() {
        request_.body = std::move(parser_->get().body());
        phase_ = Phase::working;
        deadline_ = Steady::time_point::max();
        started_ = Steady::now();
        if (serving().pool.offer([self = self()] { self->work(); })) return;
        answer_busy();
        write();
    }

    /// On a worker thread; the network thread leaves `request_` and `response_` alone meanwhile.
    void work() {
        try {
            if (Steady::now() - started_ > settings().queue_time) answer_busy();
            else response_ = serving().handler(request_);
            tell();
        } catch (...) {  // no memory for an answer: this one is lost, the others are not
            response_ = Response{.status = 500};
        }
        net::post(socket_.get_executor(), [self = self()] { self->write(); });
    }

    void answer_busy() { response_ = own_problem(503, words::k_busy); }

    Response own_problem(int status, const Word& word) {
        const auto kind = status == 503 ? Refused::unavailable : status == 413 ? Refused::too_large : Refused::malformed;
        const Refusal refusal{kind, word};
        const auto language = language_of(request_.headers);
        const auto wanted = request_.headers.find("Accept");
        if (wanted && wanted->find("text/html") != wanted->npos) return refusal_page(status, refusal, language);
        return problem(refusal, language, request_.id);
    }

    void tell() {
        const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - started_).count();
        serving().tell({request_.method, response_.route, response_.status, micros, response_.body.size(), request_.id});
    }

    // --- Writing ----------------------------------------------------------------------------------------------------

    /// An answer to a request that was not read to its end: nothing more can be read after it.
    /// Names the limit: whoever sent too much knows by how much to send less.
    void refuse_body() {
        const auto limit = size_text(body_limit_);
        const auto es = fmt::format("Lo enviado pasa de {}, el límite de esta dirección. Redúzcalo y envíelo de nuevo.", limit);
        const auto en = fmt::format("What was sent exceeds {}, the limit of this address. Make it smaller and send it again.", limit);
        refuse(413, Word{words::k_body_too_large.code, es, en});
    }

    void refuse(int status, const Word& word) {
        if (request_.id.empty()) request_.id = new_request_id();
        started_ = Steady::now();
        keeps_open_ = false;
        response_ = own_problem(status, word);
        tell();
        write();
    }

    void write() {
        if (phase_ == Phase::closed) return;
        if (response_.live) return become_live();
        enter(Phase::writing, settings().write_time + transfer_time(response_.body.size()));
        keeps_open_ = keeps_open_ && !serving().is_stopping;
        head_ = head_of(response_, {keeps_open_, is_http_1_0_, settings().is_tls, request_.id, siblings_.date()});
        const bool has_body = request_.method != Method::head && !is_bodiless(response_.status);
        const auto body = has_body ? response_.body.view() : std::string_view();
        const std::array<net::const_buffer, 2> parts = {net::buffer(head_), net::buffer(body)};
        net::async_write(socket_, parts, [self = self()](const ErrorCode& error, std::size_t) { self->on_written(error); });
    }

    /// The socket goes on as a WebSocket; this connection ends.
    void become_live() {
        if (serving().is_stopping || buffer_.size() != 0) return close();  // nothing may come before our consent
        phase_ = Phase::closed;
        const auto next = make_live_connection(siblings_, std::move(socket_), std::move(response_.live));
        siblings_.add(next);
        siblings_.forget(self());
        next->start();
    }

    void on_written(const ErrorCode& error) {
        if (phase_ != Phase::writing) return;
        if (error) return close();
        response_ = {};
        if (keeps_open_) return await_request();
        linger();
    }

    /// Says that we are done and reads on for a while: closing at once would reset the connection, and the client might
    /// lose the answer it has not read yet.
    void linger() {
        ErrorCode ignored;
        socket_.shutdown(Socket::shutdown_send, ignored);
        enter(Phase::lingering, k_linger);
        read_and_drop();
    }

    void read_and_drop() {
        buffer_.clear();
        socket_.async_read_some(buffer_.prepare(k_body_read), [self = self()](const ErrorCode& error, std::size_t) {
            if (self->phase_ != Phase::lingering) return;
            if (error) return self->close();
            self->read_and_drop();
        });
    }

    Connections& siblings_;
    Socket socket_;
    const std::string peer_;
    Phase phase_ = Phase::idle;
    Steady::time_point deadline_;
    beast::flat_buffer buffer_;
    std::optional<Parser> parser_;
    bool is_http_1_0_ = false;
    bool keeps_open_ = false;
    std::size_t body_limit_ = 0;  ///< of the address asked for

    Request request_;
    Response response_;
    std::string head_;
    Steady::time_point started_;
};

}  // namespace

std::string new_request_id() {
    static const std::string start = to_hex(random_bytes(6));
    static std::atomic<std::uint64_t> count = 0;
    return fmt::format("{}-{}", start, ++count);
}

std::shared_ptr<Connection> make_http_connection(Connections& siblings, Socket socket, std::string peer) {
    return std::make_shared<HttpConnection>(siblings, std::move(socket), std::move(peer));
}

}  // namespace hebra::http
