// A client that can misbehave: writes any bytes, reads what comes.
#pragma once
#include <string>
#include <string_view>

#include <cstdint>

namespace hebra::http {

class TestClient {
  public:
    explicit TestClient(std::uint16_t port);
    ~TestClient();
    TestClient(const TestClient&) = delete;
    TestClient& operator=(const TestClient&) = delete;

    /// False if the other side has closed.
    bool send(std::string_view bytes);
    /// One whole answer: head and as much body as Content-Length says (none for `is_head`). Empty if the other side
    /// closed first.
    std::string receive(bool is_head = false);
    /// So many bytes; fewer if the other side closed first.
    std::string receive_exactly(std::size_t count);
    /// Everything until the other side closes.
    std::string receive_all();
    bool is_closed_by_server() { return receive_all().empty(); }

  private:
    /// False at the end.
    bool receive_more();

    int socket_;
    std::string unread_;
};

}  // namespace hebra::http
