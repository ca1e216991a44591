// load PORT CLIENTS SECONDS FILE [first [most]]: sends prepared requests to 127.0.0.1 from so many connections at once, each waiting
// for its answer before the next, and prints one line of JSON.
//
// FILE holds whole requests one after another, each after its length in four bytes, least first. They are sent in order from
// `first` on and begun anew at the end: writes bring more requests than they need. `most` ends it sooner. One thread on
// epoll: the machine's few cores are for the server.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void broken(const char* what) {
    throw std::runtime_error(std::string(what) + ": " + std::strerror(errno));
}

/// The requests of the file, handed out one by one.
class Requests {
  public:
    Requests(const char* path, std::size_t first) {
        std::ifstream file(path, std::ios::binary);
        bytes_.assign(std::istreambuf_iterator<char>(file), {});
        for (std::size_t at = 0; at + 4 <= bytes_.size();) {
            std::uint32_t size = 0;
            std::memcpy(&size, bytes_.data() + at, 4);
            all_.emplace_back(bytes_.data() + at + 4, size);
            at += 4 + size;
        }
        if (all_.empty()) throw std::runtime_error("no requests in the file");
        next_ = first % all_.size();
    }
    std::string_view next() { return all_[next_++ % all_.size()]; }
    std::size_t position() const { return next_; }

  private:
    std::string bytes_;
    std::vector<std::string_view> all_;
    std::size_t next_ = 0;
};

struct Tally {
    std::vector<float> micros;
    std::uint64_t refused = 0;
    std::string refusal;  ///< the first, to be read by whoever wonders
};

/// One connection: at most one request on its way.
class Client {
  public:
    Client(int port, int epoll) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) broken("connect");
        const int yes = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.ptr = this;
        if (::epoll_ctl(epoll, EPOLL_CTL_ADD, socket_, &event) != 0) broken("epoll_ctl");
    }

    void send(std::string_view request) {
        began_ = Clock::now();
        answer_.clear();
        while (!request.empty()) {
            const auto sent = ::send(socket_, request.data(), request.size(), MSG_NOSIGNAL);
            if (sent < 0) broken("send");
            request.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// Reads what has come; true when the answer is whole.
    bool receive(Tally& tally) {
        char piece[65'536];
        const auto count = ::recv(socket_, piece, sizeof piece, 0);
        if (count <= 0) throw std::runtime_error("the server closed a connection");
        answer_.append(piece, static_cast<std::size_t>(count));
        if (!is_whole()) return false;
        tally.micros.push_back(std::chrono::duration<float, std::micro>(Clock::now() - began_).count());
        if (answer_.compare(9, 1, "2") != 0 && tally.refused++ == 0) tally.refusal = answer_;
        return true;
    }

  private:
    bool is_whole() const {
        const auto head = answer_.find("\r\n\r\n");
        if (head == std::string::npos) return false;
        constexpr std::string_view k_length = "content-length: ";
        const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
        const auto at = std::search(answer_.begin(), answer_.begin() + static_cast<std::ptrdiff_t>(head), k_length.begin(),
                                    k_length.end(), same);
        const auto length = at == answer_.begin() + static_cast<std::ptrdiff_t>(head)
                                ? 0
                                : std::strtoul(&*at + k_length.size(), nullptr, 10);
        return answer_.size() >= head + 4 + length;
    }

    int socket_;
    Clock::time_point began_;
    std::string answer_;
};

float at_share(const std::vector<float>& sorted, double share) {
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(share * static_cast<double>(sorted.size())))];
}

int run(int count, char** words) {
    if (count < 5) throw std::runtime_error("load PORT CLIENTS SECONDS FILE [first [most]]");
    const int port = std::atoi(words[1]);
    Requests requests(words[4], count > 5 ? std::strtoul(words[5], nullptr, 10) : 0);
    const auto last = count > 6 ? requests.position() + std::strtoul(words[6], nullptr, 10) : SIZE_MAX;
    const int epoll = ::epoll_create1(0);
    std::vector<Client> clients;
    clients.reserve(static_cast<std::size_t>(std::atoi(words[2])));  // epoll points at them
    for (int n = 0; n < std::atoi(words[2]); ++n) clients.emplace_back(port, epoll);

    Tally tally;
    const auto began = Clock::now();
    const auto until =
        began + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(std::atof(words[3])));
    std::size_t waiting = clients.size();
    for (auto& client : clients) client.send(requests.next());
    while (waiting > 0) {
        epoll_event events[64];
        const int ready = ::epoll_wait(epoll, events, 64, 30'000);
        if (ready <= 0) throw std::runtime_error("no answer for 30 s");
        for (int n = 0; n < ready; ++n) {
            auto& client = *static_cast<Client*>(events[n].data.ptr);
            if (!client.receive(tally)) continue;
            if (Clock::now() < until && requests.position() < last) client.send(requests.next());
            else --waiting;
        }
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
    std::sort(tally.micros.begin(), tally.micros.end());
    if (tally.refused > 0) std::fprintf(stderr, "%s\n", tally.refusal.c_str());
    std::printf("{\"requests\":%zu,\"seconds\":%.4f,\"p50\":%.0f,\"p99\":%.0f,\"refused\":%lu,\"next\":%zu}\n",
                tally.micros.size(), seconds, at_share(tally.micros, 0.5), at_share(tally.micros, 0.99),
                static_cast<unsigned long>(tally.refused), requests.position());
    return 0;
}

}  // namespace

int main(int count, char** words) {
    try {
        return run(count, words);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "load: %s\n", failure.what());
        return 1;
    }
}
