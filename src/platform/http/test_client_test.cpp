#include "platform/http/test_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <charconv>
#include <stdexcept>
#include <utility>

namespace hebra::http {

TestClient::TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval limit{20, 0};  // a test that hangs must end
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
}

TestClient::~TestClient() { ::close(socket_); }

bool TestClient::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool TestClient::receive_more() {
    char buffer[16 * 1024];
    const auto count = ::recv(socket_, buffer, sizeof buffer, 0);
    if (count <= 0) return false;
    unread_.append(buffer, static_cast<std::size_t>(count));
    return true;
}

std::string TestClient::receive(bool is_head) {
    auto end = unread_.find("\r\n\r\n");
    for (; end == std::string::npos; end = unread_.find("\r\n\r\n")) {
        if (!receive_more()) return {};
    }
    std::size_t length = 0;
    constexpr std::string_view k_length = "\r\nContent-Length: ";
    if (const auto at = unread_.substr(0, end).find(k_length); at != std::string::npos && !is_head) {
        std::from_chars(unread_.data() + at + k_length.size(), unread_.data() + end, length);
    }
    const auto total = end + 4 + length;
    while (unread_.size() < total) {
        if (!receive_more()) return {};
    }
    const std::string answer = unread_.substr(0, total);
    unread_.erase(0, total);
    return answer;
}

std::string TestClient::receive_exactly(std::size_t count) {
    while (unread_.size() < count && receive_more()) continue;
    const std::string bytes = unread_.substr(0, count);
    unread_.erase(0, count);
    return bytes;
}

std::string TestClient::receive_all() {
    while (receive_more()) continue;
    return std::exchange(unread_, {});
}

}  // namespace hebra::http
