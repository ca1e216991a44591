// A stranger's request to a router: method, target, headers and body, with a query, a cursor and a JSON body to be read; or
// a command that comes over a WebSocket. Any answer is one; none is a failure of ours.
#include "platform/http/live.hpp"
#include "platform/http/router.hpp"
#include "tests/fuzz/fuzz.hpp"

namespace http = hebra::http;

namespace {

struct Position {
    hebra::Time at;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (at, id))

struct Asked {
    std::optional<int> limit;
    std::optional<std::string> q;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (limit, q, cursor))

struct Given {
    std::string name;
    std::vector<int> numbers;
};
BOOST_DESCRIBE_STRUCT(Given, (), (name, numbers))

/// One session is known.
hebra::Result<hebra::Actor> identify(const http::Request& request) {
    if (http::cookie(request, "session") == "known") return hebra::Actor{};
    return hebra::refuse(hebra::Refused::unauthenticated, http::words::k_not_signed_in);
}

/// A router with routes that read everything a request has, and a socket that is open.
struct Site {
    Site() : router(identify, {.request_mac = [](std::string_view text) { return hebra::Bytes(text.begin(), text.end()); }}) {
        using Answer = hebra::Result<Given>;
        router.get("/api/{id}/things").open("a test").handle<Asked>([](const http::Call& call, const Asked& asked) -> Answer {
            HEBRA_TRY(const auto id, call.path<std::string>("id"));
            if (asked.cursor) HEBRA_CHECK(http::read_cursor<Position>(*asked.cursor));
            return Given{id + asked.q.value_or(""), {asked.limit.value_or(0)}};
        });
        auto put = router.put("/api/{id}/things").open("a test").versioned();
        std::move(put).handle<Given>([](const http::Call& call, const Given& given) -> Answer {
            HEBRA_TRY(const int seen, call.if_match());
            return Given{given.name, {seen}};
        });
        router.get("/{path*}").open("a test").respond([](const http::Call& call) {
            return http::Response{.body = call.path<std::string>("path").value_or("")};
        });
        router.live("/live").signed_in("a test").open_sockets(live);
        http::Request hello{.method = http::Method::get, .target = "/live", .id = "a-request"};
        hello.headers.add("Cookie", "session=known");
        hello.headers.add("Sec-Fetch-Site", "same-origin");
        hello.headers.add("Upgrade", "websocket");
        hello.headers.add("Sec-WebSocket-Key", "x");
        socket = router.answer(hello).live;
    }
    http::Live live;
    http::Router router;
    std::shared_ptr<http::LiveSession> socket;
};

/// Names by their letters, so that the corpus can be read.
std::string_view header_called(char letter) {
    switch (letter) {
        case 'L': return "Accept-Language";
        case 'T': return "Content-Type";
        case 'M': return "If-Match";
        case 'C': return "Cookie";
        case 'K': return "Idempotency-Key";
        case 'O': return "Origin";
        case 'H': return "Host";
        default: return "Authorization";
    }
}

std::string_view line_of(std::string_view& rest) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return line;
}

}  // namespace

HEBRA_FUZZ(request) {
    static const Site site;
    const auto kind = line_of(bytes);
    if (kind == "W") {
        const auto reply = site.socket->answer(bytes, "a-request");
        return hebra::fuzz::must(reply.status >= 200 && reply.status < 500);
    }
    http::Request request{.method = kind == "P" ? http::Method::put : http::Method::get, .id = "a-request"};
    request.target = std::string(line_of(bytes));
    for (auto line = line_of(bytes); !line.empty(); line = line_of(bytes)) {
        const auto colon = line.find(':');
        if (colon == line.npos || !http::Headers::is_value(line.substr(colon + 1))) continue;
        request.headers.add(header_called(line[0]), line.substr(colon + 1));
    }
    request.body = std::string(bytes);
    const auto response = site.router.answer(request);
    hebra::fuzz::must(response.status >= 200 && response.status < 500);
}
