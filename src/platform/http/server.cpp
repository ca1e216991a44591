#include "platform/http/server.hpp"

#include <sys/socket.h>

#include <thread>

#include <fmt/chrono.h>

#include "platform/http/connection.hpp"

namespace hebra::http {
namespace {

using namespace std::chrono_literals;

constexpr auto k_tick = 250ms;
constexpr auto k_pause_without_files = 100ms;  ///< before accepting again when the process has no descriptor left

/// The kernel then spreads connections over several sockets that listen on one port.
void share_port(Acceptor& acceptor) {
    const int on = 1;
    if (::setsockopt(acceptor.native_handle(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) != 0) {
        throw std::system_error(errno, std::system_category(), "SO_REUSEPORT");
    }
}

/// A shared port would let a second server start beside the first and take half of its callers. So the port is asked for
/// once without sharing; throws if somebody has it.
void check_port_is_free(const net::ip::tcp::endpoint& endpoint) {
    net::io_context context;
    Acceptor probe(context);
    probe.open(endpoint.protocol());
    probe.set_option(net::socket_base::reuse_address(true));
    probe.bind(endpoint);
    probe.listen();
}

/// An IPv4 caller on an IPv6 socket is told as IPv4.
std::string text_of(const net::ip::address& address) {
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return net::ip::make_address_v4(net::ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

}  // namespace

void Serving::tell(const Served& served) const {
    if (settings.metrics != nullptr) settings.metrics->count(served);
    if (settings.served) settings.served(served);
}

// --- Connections ----------------------------------------------------------------------------------------------------

void Connections::add(std::shared_ptr<Connection> connection) {
    ++serving_.connections;
    all_.insert(std::move(connection));
}

void Connections::forget(const std::shared_ptr<Connection>& connection) {
    if (all_.erase(connection) != 0) --serving_.connections;
}

/// On a copy: acting on a connection may make it leave.
template <class Act>
void Connections::for_all(Act act) {
    const std::vector<std::shared_ptr<Connection>> present(all_.begin(), all_.end());
    for (const auto& connection : present) act(*connection);
}

void Connections::tick(Steady::time_point now) {
    const auto second = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    if (second != date_second_) {
        date_second_ = second;
        date_ = fmt::format("{:%a, %d %b %Y %H:%M:%S GMT}", fmt::gmtime(second));
    }
    for_all([&](Connection& connection) { connection.tick(now); });
}

void Connections::finish_all() {
    for_all([](Connection& connection) { connection.finish(); });
}

void Connections::close_all() {
    for_all([](Connection& connection) { connection.close(); });
}

// --- Network threads ------------------------------------------------------------------------------------------------

namespace {

/// One io_context with its own listening socket: between threads nothing is shared.
class NetworkThread {
  public:
    explicit NetworkThread(Serving& serving) : connections_(serving), acceptor_(context_), timer_(context_) {}

    /// Answers the port.
    std::uint16_t listen(std::uint16_t port) {
        const net::ip::tcp::endpoint endpoint(net::ip::make_address(settings().address), port);
        acceptor_.open(endpoint.protocol());
        acceptor_.set_option(net::socket_base::reuse_address(true));
        share_port(acceptor_);
        acceptor_.bind(endpoint);
        acceptor_.listen(net::socket_base::max_listen_connections);
        return acceptor_.local_endpoint().port();
    }

    void start() {
        tick();
        accept();
        thread_ = std::thread([this] { run(); });
    }

    void finish() {
        net::post(context_, [this] {
            acceptor_.close();
            connections_.finish_all();
        });
    }

    void close_and_join() {
        net::post(context_, [this] {
            acceptor_.close();
            timer_.cancel();
            connections_.close_all();
            context_.stop();
        });
        if (thread_.joinable()) thread_.join();
    }

  private:
    const ServerSettings& settings() { return connections_.serving().settings; }

    /// An exception (no memory, most likely) costs the connection that met it: left without a handler, it is closed by
    /// the next tick after its time.
    void run() {
        while (true) {
            try {
                context_.run();
                return;
            } catch (const std::exception&) {
                continue;
            }
        }
    }

    void accept() {
        acceptor_.async_accept([this](const ErrorCode& error, Socket socket) {
            if (error == net::error::operation_aborted) return;
            if (error) return accept_later();
            take(std::move(socket));
            accept();
        });
    }

    /// Out of descriptors, most likely: closing connections will free some.
    void accept_later() {
        pause_.emplace(context_, k_pause_without_files);
        pause_->async_wait([this](const ErrorCode& error) {
            if (!error && acceptor_.is_open()) accept();
        });
    }

    void take(Socket socket) {
        if (connections_.serving().connections >= settings().max_connections) return;  // the socket closes
        ErrorCode error;
        socket.set_option(net::ip::tcp::no_delay(true), error);
        const auto peer = socket.remote_endpoint(error);
        if (error) return;  // gone already
        auto connection = make_http_connection(connections_, std::move(socket), text_of(peer.address()));
        connections_.add(connection);
        connection->start();
    }

    void tick() {
        connections_.tick(Steady::now());
        timer_.expires_after(k_tick);
        timer_.async_wait([this](const ErrorCode& error) {
            if (!error) tick();
        });
    }

    Connections connections_;
    net::io_context context_{1};
    Acceptor acceptor_;
    Timer timer_;
    std::optional<Timer> pause_;
    std::thread thread_;
};

std::size_t cores() { return std::max(1U, std::thread::hardware_concurrency()); }

}  // namespace

// --- Server ---------------------------------------------------------------------------------------------------------

struct Server::Parts {
    Parts(ServerSettings settings, Handler handler)
        : serving{.settings = settings,
                  .handler = std::move(handler),
                  .pool = WorkerPool({settings.workers, settings.worker_stack_bytes, settings.queue})} {}

    Serving serving;
    std::vector<std::unique_ptr<NetworkThread>> threads;
    std::uint16_t port = 0;
    bool is_stopped = false;
};

Server::Server(ServerSettings settings, Handler handler)
    : parts_(std::make_unique<Parts>(std::move(settings), std::move(handler))) {
    auto& serving = parts_->serving;
    if (serving.settings.metrics == nullptr) return;
    auto& metrics = *serving.settings.metrics;
    const auto number = [](std::size_t n) { return static_cast<double>(n); };
    metrics.add_gauge("hebra_http_connections", "Open connections", [&] { return number(serving.connections); });
    metrics.add_gauge("hebra_http_in_flight", "Requests being carried out", [&] { return number(serving.pool.running()); });
    metrics.add_gauge("hebra_http_queue", "Requests waiting for a worker", [&] { return number(serving.pool.waiting()); });
}

Server::~Server() { stop(Seconds(0)); }

void Server::start() {
    auto& settings = parts_->serving.settings;
    const auto count = settings.io_threads == 0 ? cores() : settings.io_threads;
    parts_->port = settings.port;
    try {
        check_port_is_free({net::ip::make_address(settings.address), settings.port});
        for (std::size_t i = 0; i < count; ++i) {
            parts_->threads.push_back(std::make_unique<NetworkThread>(parts_->serving));
            parts_->port = parts_->threads.back()->listen(parts_->port);
        }
    } catch (const boost::system::system_error& error) {
        throw std::system_error(error.code(), fmt::format("cannot listen on {} port {}", settings.address, settings.port));
    }
    for (const auto& thread : parts_->threads) thread->start();
}

std::uint16_t Server::port() const { return parts_->port; }

void Server::stop(Seconds grace) {
    if (std::exchange(parts_->is_stopped, true)) return;
    auto& serving = parts_->serving;
    serving.is_stopping = true;
    for (const auto& thread : parts_->threads) thread->finish();
    const auto deadline = Steady::now() + grace;
    while (serving.connections != 0 && Steady::now() < deadline) std::this_thread::sleep_for(5ms);
    serving.pool.stop();
    for (const auto& thread : parts_->threads) thread->close_and_join();
}

}  // namespace hebra::http
