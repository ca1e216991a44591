// The listening side: sockets in, requests to a handler on worker threads, answers out.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/message.hpp"
#include "platform/http/metrics.hpp"

namespace hebra::http {

using Seconds = std::chrono::seconds;

struct ServerSettings {
    std::string address = "127.0.0.1";  ///< IPv4 or IPv6
    std::uint16_t port = 8080;          ///< 0: any free one, see `Server::port`
    bool is_tls = false;                ///< browsers come over TLS: answers carry HSTS
    std::vector<std::string> proxies = {};  ///< peers whose X-Forwarded-For is believed

    std::size_t io_threads = 0;  ///< 0: one per core
    std::size_t workers = 64;    ///< requests carried out at once
    std::size_t worker_stack_bytes = 512 * 1024;
    std::size_t queue = 512;     ///< requests that may wait for a worker; beyond, 503
    Seconds queue_time{5};       ///< a request that waited longer is answered 503: its sender has given up
    std::size_t max_connections = 10'000;

    std::size_t header_limit = 16 * 1024;   ///< bytes
    std::size_t body_limit = 1024 * 1024;   ///< bytes, unless the route says otherwise
    Seconds header_time{10};  ///< from the first byte of a request to the end of its headers
    Seconds body_time{60};    ///< and a second more for every 16 KiB
    Seconds idle_time{75};    ///< between two requests of a connection
    Seconds write_time{60};   ///< and a second more for every 16 KiB

    // WebSockets.
    Seconds live_idle_time{60};      ///< without a word from the other side; pings go out at half of it
    Seconds live_check_every{5};     ///< how often the guard is asked again whether the socket may stay
    std::size_t live_message_limit = 64 * 1024;  ///< bytes of one command
    std::size_t live_queue = 256;                ///< texts that may wait for a slow reader; beyond, it is closed
    std::size_t live_queue_bytes = 256 * 1024;

    /// The route's own body limit, 0 if it has none: `Router::body_limit`.
    std::function<std::size_t(Method, std::string_view target)> body_limit_of = {};
    /// Told every answer, from worker and network threads: must be quick and not throw.
    std::function<void(const Served&)> served = {};
    /// Outlives the server, if given.
    Metrics* metrics = nullptr;
};

/// Carries out one request on a worker thread. Must not throw (`Router::answer` does not).
using Handler = std::function<Response(const Request&)>;

class Server {
  public:
    Server(ServerSettings settings, Handler handler);
    ~Server();  ///< stops without grace
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Listens and returns. Throws std::system_error if the address cannot be had.
    void start();
    /// The port listened on; only after `start`.
    std::uint16_t port() const;
    /// Takes no more connections, closes idle ones, and lets what runs finish for so long; then closes the rest. Returns
    /// when every handler has returned.
    void stop(Seconds grace);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace hebra::http
