#include "platform/http/live.hpp"

#include <thread>

#include <gtest/gtest.h>

#include "platform/http/router.hpp"
#include "platform/http/server.hpp"
#include "platform/http/test_client.hpp"
#include "platform/http/words.hpp"
#include "platform/json/json.hpp"

namespace hebra::http {
namespace {

using namespace std::chrono_literals;

const UserId k_ana = UserId::make(from_micros(1));
const UserId k_luz = UserId::make(from_micros(2));
const InstitutionId k_here = InstitutionId::make(from_micros(3));
const InstitutionId k_there = InstitutionId::make(from_micros(4));
constexpr Permission k_say{"say"};

struct Note {
    std::string text;
    int version = 1;
};
BOOST_DESCRIBE_STRUCT(Note, (), (text, version))

struct NewNote {
    std::string text;
};
BOOST_DESCRIBE_STRUCT(NewNote, (), (text))

/// A server with one socket route and one command.
struct Running {
    explicit Running(ServerSettings changed = {}) : router([this](const Request& request) { return identify(request); },
                                                           {.request_mac = [](std::string_view) { return Bytes{1}; }}) {
        router.live("/api/v1/live").signed_in("a test").open_sockets(live);
        router.post("/api/v1/notes").allow(k_say).handle<NewNote>([](const Call& call, const NewNote& note) {
            return Result<Created<Note>>(Created<Note>{{note.text + (call.once() ? " once" : ""), 7}, "/x"});
        });
        router.get("/page").open("a test").respond([](const Call&) { return Response{.body = "<p>"}; });
        changed.port = 0;
        changed.workers = 4;
        changed.worker_stack_bytes = 1024 * 1024;
        server = std::make_unique<Server>(changed, [this](const Request& request) { return router.answer(request); });
        server->start();
    }

    Result<Actor> identify(const Request& request) {
        Actor actor;
        actor.institution = institution_of_ana.load() == 0 ? k_here : k_there;
        const auto session = cookie(request, "session");
        if (session == "ana") actor.permissions = {"say"};
        else if (session != "luz") return refuse(Refused::unauthenticated, words::k_not_signed_in);
        actor.user = session == "ana" ? k_ana : k_luz;
        return actor;
    }

    void wait_for_sockets(std::size_t count) {
        for (int i = 0; i < 2000 && live.sockets() != count; ++i) std::this_thread::sleep_for(1ms);
        ASSERT_EQ(live.sockets(), count);
    }

    std::atomic<int> institution_of_ana = 0;
    Live live;
    Router router;
    std::unique_ptr<Server> server;
};

/// A WebSocket client: frames by hand.
class Page {
  public:
    Page(std::uint16_t port, std::string_view session, std::string_view origin = "http://x") : client_(port) {
        client_.send("GET /api/v1/live HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nCookie: session=" +
                     std::string(session) + "\r\nOrigin: " + std::string(origin) + "\r\n\r\n");
        answer = client_.receive();
    }

    void send(std::string_view text, unsigned opcode = 1) {
        std::string frame(1, static_cast<char>(0x80 | opcode));
        if (text.size() < 126) {
            frame += static_cast<char>(0x80 | text.size());
        } else {
            frame += static_cast<char>(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) frame += static_cast<char>(text.size() >> shift);
        }
        client_.send(frame + std::string(4, '\0') + std::string(text));  // a mask of zeros changes nothing
    }

    /// The next text; "close CODE" when the server says goodbye, "" when it is gone. Pings are passed over.
    std::string receive() {
        while (true) {
            const auto head = client_.receive_exactly(2);
            if (head.size() < 2) return {};
            std::size_t length = static_cast<std::uint8_t>(head[1]);
            if (length == 126) {
                const auto more = client_.receive_exactly(2);
                length = static_cast<std::uint8_t>(more[0]) * 256U + static_cast<std::uint8_t>(more[1]);
            }
            const auto payload = client_.receive_exactly(length);
            const auto opcode = head[0] & 15;
            if (opcode == 1) return payload;
            if (opcode == 9) ++pings;
            if (opcode != 8) continue;
            return "close " + std::to_string(static_cast<std::uint8_t>(payload[0]) * 256 + static_cast<std::uint8_t>(payload[1]));
        }
    }

    std::string answer;
    int pings = 0;

  private:
    TestClient client_;
};

TEST(Live, a_notice_reaches_every_page_of_its_topic_and_no_other) {
    Running running;
    Page first(running.server->port(), "ana");
    Page second(running.server->port(), "ana");
    Page other(running.server->port(), "luz");
    EXPECT_TRUE(first.answer.starts_with("HTTP/1.1 101")) << first.answer;
    running.wait_for_sockets(3);
    running.live.notify({k_ana, k_there}, "for another institution");
    running.live.notify({k_ana, k_here}, "for ana");
    running.live.notify({k_luz, k_here}, "for luz");
    EXPECT_EQ(first.receive(), "for ana");
    EXPECT_EQ(second.receive(), "for ana");
    EXPECT_EQ(other.receive(), "for luz");
}

TEST(Live, only_the_signed_in_from_our_own_pages_get_a_socket) {
    Running running;
    EXPECT_TRUE(Page(running.server->port(), "nobody").answer.starts_with("HTTP/1.1 401"));
    EXPECT_TRUE(Page(running.server->port(), "ana", "http://elsewhere").answer.starts_with("HTTP/1.1 403"));
    TestClient plain(running.server->port());
    plain.send("GET /api/v1/live HTTP/1.1\r\nHost: x\r\nCookie: session=ana\r\nOrigin: http://x\r\n\r\n");
    EXPECT_TRUE(plain.receive().starts_with("HTTP/1.1 426"));
    EXPECT_EQ(running.live.sockets(), 0U);
}

TEST(Live, a_command_passes_the_same_router_and_guards) {
    Running running;
    Page ana(running.server->port(), "ana");
    ana.send(R"({"id":"1","method":"POST","path":"/api/v1/notes","body":{"text":"hola"},"key":"k"})");
    EXPECT_EQ(ana.receive(), R"({"id":"1","status":201,"etag":"\"7\"","body":{"text":"hola once","version":7}})");
    ana.send(R"({"id":"2","method":"GET","path":"/page"})");
    EXPECT_EQ(ana.receive(), R"({"id":"2","status":200})");
    for (const auto* bad : {"not json", "{}", R"({"id":"3","method":"GET","path":"/api/v1/live"})",
                            R"({"id":"3","method":"POST","path":"/api/v1/notes","body":{},"key":"a\r\nb"})"}) {
        ana.send(bad);
        const auto answer = ana.receive();
        EXPECT_NE(answer.find("\"status\":4"), std::string::npos) << bad << " " << answer;
    }
    Page luz(running.server->port(), "luz");
    luz.send(R"({"id":"1","method":"POST","path":"/api/v1/notes","body":{"text":"hola"}})");
    EXPECT_NE(luz.receive().find(R"({"id":"1","status":403,)"), std::string::npos);
}

TEST(Live, a_socket_whose_session_changed_is_closed) {
    ServerSettings settings;
    settings.live_check_every = Seconds(1);
    Running running(settings);
    Page ana(running.server->port(), "ana");
    running.wait_for_sockets(1);
    running.institution_of_ana = 1;
    EXPECT_EQ(ana.receive(), "close 1008");
    EXPECT_EQ(running.live.sockets(), 0U);
}

TEST(Live, silence_is_asked_for_and_then_ended) {
    ServerSettings settings;
    settings.live_idle_time = Seconds(1);
    Running running(settings);
    Page silent(running.server->port(), "ana");  // reads pings, but never answers them
    EXPECT_EQ(silent.receive(), "");
    EXPECT_EQ(silent.pings, 1);
    running.wait_for_sockets(0);
}

TEST(Live, too_much_is_refused_in_either_direction) {
    ServerSettings settings;
    settings.live_queue = 8;
    Running running(settings);
    Page ana(running.server->port(), "ana");
    ana.send(std::string(64 * 1024 + 1, ' '));
    EXPECT_EQ(ana.receive(), "close 1009");
    Page binary(running.server->port(), "ana");
    binary.send("x", 2);
    EXPECT_EQ(binary.receive(), "close 1003");

    Page slow(running.server->port(), "luz");
    running.wait_for_sockets(1);
    const std::string notice(60'000, 'n');
    for (int i = 0; i < 2000 && running.live.sockets() != 0; ++i) {  // it does not read
        running.live.notify({k_luz, k_here}, notice);
        if (i % 50 == 0) std::this_thread::sleep_for(1ms);
    }
    running.wait_for_sockets(0);
}

TEST(Live, stopping_says_goodbye) {
    Running running;
    std::optional<Page> ana(std::in_place, running.server->port(), "ana");
    running.wait_for_sockets(1);
    std::thread stopping([&] { running.server->stop(Seconds(5)); });
    EXPECT_EQ(ana->receive(), "close 1001");
    ana->send("\x03\xe9", 8);
    EXPECT_EQ(ana->receive(), "");
    ana.reset();
    stopping.join();
}

}  // namespace
}  // namespace hebra::http
