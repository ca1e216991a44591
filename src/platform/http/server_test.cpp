#include "platform/http/server.hpp"

#include <atomic>
#include <future>
#include <mutex>
#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "platform/http/test_client.hpp"

namespace hebra::http {
namespace {

using namespace std::chrono_literals;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Answers the method, target and body back; "/slow" takes a while.
Response echo(const Request& request) {
    if (request.target == "/slow") std::this_thread::sleep_for(50ms);
    return {.body = fmt::format("{} {} {}", text_of(request.method), request.target, request.body)};
}

ServerSettings small_settings() {
    ServerSettings settings;
    settings.port = 0;
    settings.io_threads = 2;
    settings.workers = 4;
    settings.worker_stack_bytes = 1024 * 1024;
    return settings;
}

struct Running {
    explicit Running(ServerSettings settings = small_settings(), Handler handler = echo)
        : server(std::move(settings), std::move(handler)) {
        server.start();
    }
    Server server;
};

std::string get(std::string_view target) { return fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", target); }

TEST(Server, answers_and_keeps_the_connection) {
    Running running;
    TestClient client(running.server.port());
    for (int i = 0; i < 3; ++i) {
        client.send("POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
        const auto answer = client.receive();
        EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 OK\r\nDate: ")) << answer;
        EXPECT_TRUE(has(answer, "\r\n\r\nPOST /a?b=c abc")) << answer;
        EXPECT_TRUE(has(answer, "\r\nX-Request-Id: "));
        EXPECT_TRUE(has(answer, "\r\nContent-Security-Policy: default-src 'none'; script-src 'self';"));
        EXPECT_TRUE(has(answer, "\r\nCache-Control: no-store\r\n"));
        EXPECT_FALSE(has(answer, "Strict-Transport-Security"));
    }
}

TEST(Server, pipelined_requests_are_answered_in_order) {
    Running running;
    TestClient client(running.server.port());
    client.send(get("/slow") + get("/2") + "POST /3 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n" +
                get("/4"));
    EXPECT_TRUE(has(client.receive(), "GET /slow"));
    EXPECT_TRUE(has(client.receive(), "GET /2"));
    EXPECT_TRUE(has(client.receive(), "POST /3 abc"));
    EXPECT_TRUE(has(client.receive(), "GET /4"));
}

TEST(Server, head_has_the_length_but_no_body) {
    Running running;
    TestClient client(running.server.port());
    client.send("HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_TRUE(has(client.receive(true), "Content-Length: 8\r\n"));
    client.send(get("/next"));
    EXPECT_TRUE(client.receive().starts_with("HTTP/1.1 200"));
}

TEST(Server, http_1_0_closes_unless_asked) {
    Running running;
    TestClient client(running.server.port());
    client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_TRUE(has(client.receive(), "Connection: keep-alive\r\n"));
    client.send("GET /a HTTP/1.0\r\n\r\n");
    EXPECT_TRUE(has(client.receive_all(), "Connection: close\r\n"));
}

TEST(Server, a_body_too_large_is_refused_before_it_is_read) {
    Running running;
    TestClient client(running.server.port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\nonly the start");
    const auto answer = client.receive();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 413")) << answer;
    EXPECT_TRUE(has(answer, "Connection: close"));
    EXPECT_TRUE(has(answer, R"("code":"body_too_large")"));
    EXPECT_TRUE(has(answer, "Lo enviado pasa de 1 MiB, el límite de esta dirección. Redúzcalo y envíelo de nuevo.")) << answer;
}

TEST(Server, a_browser_that_sends_too_much_is_told_on_a_page) {
    Running running;
    TestClient client(running.server.port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nAccept: text/html,*/*;q=0.8\r\nContent-Length: 20000000\r\n\r\n");
    const auto answer = client.receive();
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 413")) << answer;
    EXPECT_TRUE(has(answer, "Content-Type: text/html; charset=utf-8")) << answer;
    EXPECT_TRUE(has(answer, "Lo enviado pasa de 1 MiB") && has(answer, "Vuelva atrás en su navegador")) << answer;
}

TEST(Server, a_chunked_body_is_refused_once_it_is_too_large) {
    auto settings = small_settings();
    settings.body_limit_of = [](Method, std::string_view target) { return target == "/big" ? 100U : 10U; };
    Running running(settings);
    const auto chunked = [](std::string_view target) {
        return fmt::format("POST {} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n14\r\n{}\r\n0\r\n\r\n", target,
                           std::string(20, 'a'));
    };
    TestClient client(running.server.port());
    client.send(chunked("/big") + chunked("/small"));
    EXPECT_TRUE(client.receive().starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(client.receive().starts_with("HTTP/1.1 413"));
}

TEST(Server, a_client_that_waits_is_invited_to_send_its_body) {
    Running running;
    TestClient client(running.server.port());
    client.send("POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive(), "HTTP/1.1 100 Continue\r\n\r\n");
    client.send("abc");
    EXPECT_TRUE(has(client.receive(), "POST /a abc"));
}

TEST(Server, unreadable_requests_are_refused_and_the_connection_closed) {
    Running running;
    const auto status_of = [&](std::string_view bytes) {
        TestClient client(running.server.port());
        client.send(bytes);
        const auto answer = client.receive();
        EXPECT_TRUE(has(answer, "Connection: close")) << answer;
        return answer.substr(0, 12);
    };
    EXPECT_EQ(status_of("hello\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\n\r\n"), "HTTP/1.1 400");                             // no Host
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\r\nA b: c\r\n\r\n"), "HTTP/1.1 400");
    EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"), "HTTP/1.1 400");
    // Request smuggling: two lengths.
    EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd"), "HTTP/1.1 400");
    EXPECT_EQ(status_of("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
              "HTTP/1.1 400");
    EXPECT_EQ(status_of("GET / HTTP/1.1\r\nHost: x\r\nBig: " + std::string(17'000, 'a') + "\r\n\r\n"), "HTTP/1.1 431");
}

TEST(Server, slow_heads_and_bodies_run_out_of_time_and_idle_connections_close) {
    auto settings = small_settings();
    settings.header_time = settings.body_time = settings.idle_time = Seconds(1);
    Running running(settings);
    TestClient slow_head(running.server.port());
    TestClient slow_body(running.server.port());
    TestClient idle(running.server.port());
    slow_head.send("GET / HTTP/1.1\r\nHo");
    slow_body.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab");
    for (int i = 0; i < 5; ++i) {  // a trickle does not buy time
        std::this_thread::sleep_for(150ms);
        slow_head.send("s");
        slow_body.send("c");
    }
    EXPECT_TRUE(slow_head.receive().starts_with("HTTP/1.1 408"));
    EXPECT_TRUE(slow_body.receive().starts_with("HTTP/1.1 408"));
    EXPECT_TRUE(idle.is_closed_by_server());
}

/// A handler that holds every request until it is let go.
struct Gate {
    Handler handler() {
        return [this](const Request& request) {
            ++entered;
            released.wait();
            return echo(request);
        };
    }
    void wait_for(int count) const {
        while (entered < count) std::this_thread::sleep_for(1ms);
    }

    std::promise<void> release;
    std::shared_future<void> released = release.get_future().share();
    std::atomic<int> entered = 0;
};

TEST(Server, beyond_workers_and_queue_it_says_so_at_once) {
    Metrics metrics;
    Gate gate;
    auto settings = small_settings();
    settings.workers = 1;
    settings.queue = 1;
    settings.metrics = &metrics;
    Running running(settings, gate.handler());
    TestClient first(running.server.port());
    TestClient second(running.server.port());
    TestClient third(running.server.port());
    first.send(get("/1"));
    gate.wait_for(1);
    second.send(get("/2"));
    while (!has(metrics.text(), "hebra_http_queue 1")) std::this_thread::sleep_for(1ms);
    third.send(get("/3"));
    const auto refused = third.receive();
    EXPECT_TRUE(refused.starts_with("HTTP/1.1 503")) << refused;
    EXPECT_TRUE(has(refused, "Retry-After: "));
    gate.release.set_value();
    EXPECT_TRUE(first.receive().starts_with("HTTP/1.1 200"));
    EXPECT_TRUE(second.receive().starts_with("HTTP/1.1 200"));
    third.send(get("/4"));  // the connection is still good
    EXPECT_TRUE(third.receive().starts_with("HTTP/1.1 200"));
}

TEST(Server, connections_are_bounded) {
    auto settings = small_settings();
    settings.max_connections = 2;
    Running running(settings);
    TestClient first(running.server.port());
    TestClient second(running.server.port());
    first.send(get("/"));
    second.send(get("/"));
    EXPECT_FALSE(first.receive().empty());
    EXPECT_FALSE(second.receive().empty());
    TestClient third(running.server.port());
    EXPECT_TRUE(third.is_closed_by_server());
}

TEST(Server, a_port_in_use_is_refused_not_shared) {
    Running first;
    auto settings = small_settings();
    settings.port = first.server.port();
    Server second(settings, echo);
    EXPECT_THROW(second.start(), std::system_error);
}

TEST(Server, stopping_finishes_what_runs) {
    Gate gate;
    Running running(small_settings(), gate.handler());
    TestClient idle(running.server.port());
    TestClient busy(running.server.port());
    busy.send(get("/running") + get("/never"));
    gate.wait_for(1);
    std::thread stopping([&] { running.server.stop(Seconds(20)); });
    EXPECT_TRUE(idle.is_closed_by_server());
    gate.release.set_value();
    const auto answer = busy.receive_all();
    stopping.join();
    EXPECT_TRUE(has(answer, "GET /running")) << answer;
    EXPECT_TRUE(has(answer, "Connection: close"));
    EXPECT_FALSE(has(answer, "/never"));
    EXPECT_THROW(TestClient(running.server.port()), std::runtime_error);
}

TEST(Server, tells_each_answer_once_without_path) {
    auto settings = small_settings();
    Metrics metrics;
    std::mutex mutex;
    std::vector<std::string> told;
    settings.metrics = &metrics;
    settings.served = [&](const Served& served) {
        const std::lock_guard lock(mutex);
        told.push_back(fmt::format("{} {} {} {}", text_of(served.method), served.route, served.status, served.bytes));
    };
    Running running(settings, [](const Request&) { return Response{.body = "four", .route = "/people/{id}"}; });
    TestClient client(running.server.port());
    client.send(get("/people/7?name=x"));
    client.receive();
    client.send("nonsense\r\n\r\n");
    client.receive();
    const std::lock_guard lock(mutex);
    ASSERT_EQ(told.size(), 2U);
    EXPECT_EQ(told[0], "GET /people/{id} 200 4");
    EXPECT_TRUE(told[1].starts_with("GET  400 ")) << told[1];
    const auto text = metrics.text();
    EXPECT_TRUE(has(text, R"(hebra_http_requests_total{method="GET",route="/people/{id}",status="2xx"} 1)")) << text;
    EXPECT_TRUE(has(text, "hebra_http_connections "));
    EXPECT_FALSE(has(text, "name=x"));
}

TEST(Server, believes_the_forwarded_address_of_its_own_proxy_only) {
    const auto peer_with = [](std::vector<std::string> proxies, std::string_view forwarded) {
        auto settings = small_settings();
        settings.proxies = std::move(proxies);
        Running running(settings, [](const Request& request) { return Response{.body = request.peer}; });
        TestClient client(running.server.port());
        client.send(fmt::format("GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: {}\r\n\r\n", forwarded));
        const auto answer = client.receive();
        return answer.substr(answer.find("\r\n\r\n") + 4);
    };
    EXPECT_EQ(peer_with({}, "203.0.113.9"), "127.0.0.1");
    EXPECT_EQ(peer_with({"127.0.0.1"}, "198.51.100.1, 203.0.113.9"), "203.0.113.9");
    EXPECT_EQ(peer_with({"127.0.0.1"}, "127.0.0.1\r\nX-Forwarded-For: 203.0.113.9"), "203.0.113.9") << "the proxy's line is the last";
    EXPECT_EQ(peer_with({"127.0.0.1"}, "203.0.113.9:4444"), "203.0.113.9");
    EXPECT_EQ(peer_with({"127.0.0.1"}, "[2001:db8::7]:4444"), "2001:db8::7");
    EXPECT_EQ(peer_with({"127.0.0.1"}, "2001:db8::7"), "2001:db8::7");
    EXPECT_EQ(peer_with({"127.0.0.1"}, "<script>"), "unknown") << "never this machine";
    EXPECT_EQ(peer_with({"127.0.0.1"}, "["), "unknown");
}

}  // namespace
}  // namespace hebra::http
