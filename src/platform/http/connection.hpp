// One network thread, and the connections that live on it.
#pragma once
#include <atomic>
#include <memory>
#include <string>
#include <unordered_set>

#include "platform/http/asio.hpp"
#include "platform/http/server.hpp"
#include "platform/http/worker_pool.hpp"

namespace hebra::http {

/// What all connections of a server share.
struct Serving {
    ServerSettings settings;
    Handler handler;
    WorkerPool pool;
    std::atomic<bool> is_stopping = false;
    std::atomic<std::size_t> connections = 0;

    /// Tells the access log and the metrics.
    void tell(const Served& served) const;
};

/// A socket being served. All functions run on its network thread.
class Connection : public std::enable_shared_from_this<Connection> {
  public:
    virtual ~Connection() = default;
    virtual void start() = 0;
    /// Called a few times a second: closes what is past its time.
    virtual void tick(Steady::time_point now) = 0;
    /// Closes if idle; else as soon as the present request is answered.
    virtual void finish() = 0;
    /// Closes at once.
    virtual void close() = 0;
};

/// The connections of one network thread. Used on that thread only.
class Connections {
  public:
    explicit Connections(Serving& serving) : serving_(serving) {}

    Serving& serving() { return serving_; }
    void add(std::shared_ptr<Connection> connection);
    void forget(const std::shared_ptr<Connection>& connection);
    void tick(Steady::time_point now);
    void finish_all();
    void close_all();
    /// The Date header's text, made anew each second.
    const std::string& date() const { return date_; }

  private:
    template <class Act>
    void for_all(Act act);

    Serving& serving_;
    std::unordered_set<std::shared_ptr<Connection>> all_;
    std::string date_;
    std::time_t date_second_ = 0;
};

/// Unique over this process' life and hard to guess from another: random bytes, then a count.
std::string new_request_id();

std::shared_ptr<Connection> make_http_connection(Connections& siblings, Socket socket, std::string peer);
/// Takes over a socket whose request asked for a WebSocket and was let in.
std::shared_ptr<Connection> make_live_connection(Connections& siblings, Socket socket, std::shared_ptr<LiveSession> session);

}  // namespace hebra::http
