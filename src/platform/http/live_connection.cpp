// One WebSocket: notices out, commands in, one command at a time.
#include "platform/http/connection.hpp"

#include <deque>

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/websocket.hpp>

#include "platform/http/live.hpp"

namespace hebra::http {
namespace {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;

class LiveConnection final : public Connection, public LiveSocket {
  public:
    LiveConnection(Connections& siblings, Socket socket, std::shared_ptr<LiveSession> session)
        : siblings_(siblings), stream_(std::move(socket)), session_(std::move(session)), executor_(stream_.get_executor()) {}

    void start() override {
        const auto& limits = settings();
        stream_.set_option(websocket::stream_base::timeout{limits.header_time, limits.live_idle_time, true});
        stream_.read_message_max(limits.live_message_limit);
        stream_.text(true);
        check_at_ = Steady::now() + limits.live_check_every;
        const auto request = std::make_shared<const Handshake>(handshake());
        stream_.async_accept(*request, [self = self(), request](const ErrorCode& error) { self->on_accepted(error); });
    }

    void tick(Steady::time_point now) override {
        if (now < check_at_ || state_ != State::open) return;
        check_at_ = now + settings().live_check_every;
        serving().pool.offer([self = self()] {  // if nobody is free, the next tick asks again
            if (self->session_->is_still_welcome()) return;
            net::post(self->executor_, [self] { self->leave(websocket::close_code::policy_error); });
        });
    }

    void finish() override {
        if (state_ == State::opening) close();
        else leave(websocket::close_code::going_away);
    }

    void close() override {
        if (std::exchange(state_, State::closed) == State::closed) return;
        session_->close(*this);
        ErrorCode ignored;
        beast::get_lowest_layer(stream_).close(ignored);
        siblings_.forget(self());
    }

    void send(std::shared_ptr<const std::string> text) override {
        net::post(executor_, [self = self(), text = std::move(text)] { self->queue(text); });
    }

  private:
    enum class State { opening, open, leaving, closed };
    using Handshake = beast::http::request<beast::http::empty_body>;

    std::shared_ptr<LiveConnection> self() { return std::static_pointer_cast<LiveConnection>(shared_from_this()); }
    Serving& serving() { return siblings_.serving(); }
    const ServerSettings& settings() { return serving().settings; }

    Handshake handshake() const {
        const auto& hello = session_->hello();
        Handshake request{beast::http::verb::get, hello.target, 11};
        for (const auto* name : {"Host", "Upgrade", "Connection", "Sec-WebSocket-Key", "Sec-WebSocket-Version"}) {
            if (const auto value = hello.headers.find(name)) request.set(name, *value);
        }
        return request;
    }

    void on_accepted(const ErrorCode& error) {
        if (error || state_ == State::closed || serving().is_stopping) return close();
        state_ = State::open;
        session_->open(self());
        read();
    }

    // --- Commands ---------------------------------------------------------------------------------------------------

    void read() {
        stream_.async_read(buffer_, [self = self()](const ErrorCode& error, std::size_t) { self->on_read(error); });
    }

    void on_read(const ErrorCode& error) {
        if (error) return close();
        if (stream_.got_binary()) return leave(websocket::close_code::unknown_data);
        command_.assign(static_cast<const char*>(buffer_.data().data()), buffer_.size());
        buffer_.clear();
        if (serving().pool.offer([self = self()] { self->work(); })) return;
        leave(websocket::close_code::try_again_later);
    }

    /// On a worker thread. The next command is read when this one is answered: they keep their order, and a socket
    /// never holds more than one worker.
    void work() {
        const auto started = Steady::now();
        std::shared_ptr<const std::string> text;
        try {
            auto reply = session_->answer(command_, new_request_id());
            const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(Steady::now() - started).count();
            serving().tell({reply.method, reply.route, reply.status, micros, reply.text.size(), reply.request_id});
            text = std::make_shared<const std::string>(std::move(reply.text));
        } catch (...) {  // no memory for an answer: this socket is lost, the others are not
        }
        net::post(executor_, [self = self(), text] { self->on_worked(text); });
    }

    void on_worked(const std::shared_ptr<const std::string>& text) {
        if (state_ != State::open) return;
        if (!text) return leave(websocket::close_code::internal_error);
        queue(text);
        if (state_ == State::open) read();
    }

    // --- Notices and answers ----------------------------------------------------------------------------------------

    void queue(std::shared_ptr<const std::string> text) {
        if (state_ != State::open) return;
        queued_bytes_ += text->size();
        queue_.push_back(std::move(text));
        if (queue_.size() > settings().live_queue || queued_bytes_ > settings().live_queue_bytes) return close();  // too slow
        if (queue_.size() == 1) write();
    }

    void write() {
        stream_.async_write(net::buffer(*queue_.front()),
                            [self = self()](const ErrorCode& error, std::size_t) { self->on_written(error); });
    }

    void on_written(const ErrorCode& error) {
        if (error || state_ == State::closed) return close();
        queued_bytes_ -= queue_.front()->size();
        queue_.pop_front();
        if (!queue_.empty()) write();
        else if (state_ == State::leaving) say_goodbye();
    }

    // --- Leaving ----------------------------------------------------------------------------------------------------

    /// Closes after what is queued. The other side answers, or the time runs out.
    void leave(websocket::close_code code) {
        if (state_ != State::open) return;
        state_ = State::leaving;
        reason_ = code;
        session_->close(*this);
        if (queue_.empty()) say_goodbye();
    }

    void say_goodbye() {
        stream_.async_close(reason_, [self = self()](const ErrorCode&) { self->close(); });
    }

    Connections& siblings_;
    websocket::stream<Socket, false> stream_;
    const std::shared_ptr<LiveSession> session_;
    const Executor executor_;
    beast::flat_buffer buffer_;
    std::string command_;
    std::deque<std::shared_ptr<const std::string>> queue_;  ///< the first is being written
    std::size_t queued_bytes_ = 0;
    Steady::time_point check_at_;
    State state_ = State::opening;
    websocket::close_code reason_ = websocket::close_code::none;
};

}  // namespace

std::shared_ptr<Connection> make_live_connection(Connections& siblings, Socket socket, std::shared_ptr<LiveSession> session) {
    return std::make_shared<LiveConnection>(siblings, std::move(socket), std::move(session));
}

}  // namespace hebra::http
