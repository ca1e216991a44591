#include "platform/http/message.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "platform/http/page.hpp"
#include "platform/http/replies.hpp"
#include "platform/http/target.hpp"
#include "platform/http/wire.hpp"

namespace hebra::http {
namespace {

TEST(Headers, are_found_in_any_case_and_replaced_whole) {
    Headers headers;
    headers.add("Set-Cookie", "a=1");
    headers.add("X", "");
    headers.add("set-cookie", "b=2");
    EXPECT_EQ(headers.find("SET-COOKIE"), "a=1");
    EXPECT_EQ(headers.find("x"), "");
    EXPECT_EQ(headers.find("Cookie"), std::nullopt);
    EXPECT_EQ(headers.find("Set-Cookie: a"), std::nullopt);
    headers.set("Set-Cookie", "c=3");
    EXPECT_EQ(headers.wire(), "X: \r\nSet-Cookie: c=3\r\n");
}

TEST(Headers, a_value_cannot_smuggle_in_another_header) {
    Headers headers;
    for (const auto* bad : {"/a\r\nSet-Cookie: x=y", "a\nb", "a\rb", "a\x7F"}) {
        EXPECT_THROW(headers.add("Location", bad), std::invalid_argument) << bad;
    }
    EXPECT_THROW(headers.add("Location", std::string_view("a\0b", 3)), std::invalid_argument);
    for (const auto* bad : {"", "a b", "a:b", "a\r\n", "ñ"}) EXPECT_THROW(headers.add(bad, "x"), std::invalid_argument) << bad;
    EXPECT_THROW(to_response(Created<json::Raw>{{}, "/a\r\nSet-Cookie: x=y"}), std::invalid_argument);
    EXPECT_EQ(headers.wire(), "");
}

TEST(Cookie, is_found_among_others_and_written_safely) {
    Request request;
    request.headers.add("Cookie", "xsession=no; session=yes; session=late;empty=");
    EXPECT_EQ(cookie(request, "session"), "yes");
    EXPECT_EQ(cookie(request, "empty"), "");
    EXPECT_EQ(cookie(request, "sess"), std::nullopt);
    EXPECT_EQ(cookie(Request{}, "session"), std::nullopt);
    EXPECT_EQ(text_of(Cookie{"session", "", 0, false}), "session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    for (const auto* bad : {"a;b", "a b", "a\r\nb", "a,b", "ñ"}) EXPECT_THROW(text_of(Cookie{"s", bad, 1}), std::invalid_argument) << bad;
    EXPECT_THROW(text_of(Cookie{"a=b", "x", 1}), std::invalid_argument);
}

std::string shown(const Result<Target>& target) {
    if (!target) return std::string(target.error().word.code);
    std::string text;
    for (const auto& segment : target->segments) text += "/" + segment;
    for (const auto& [name, value] : target->query) text += "?" + name + "=" + value;
    return text;
}

TEST(Target, is_taken_apart_before_it_is_decoded) {
    EXPECT_EQ(shown(parse_target("/")), "");
    EXPECT_EQ(shown(parse_target("/a/b%20c/?x=1&y=a+b%26c&z&&=v#fragment")), "/a/b c/?x=1?y=a b&c?z=?=v");
    EXPECT_EQ(shown(parse_target("/a%2Fb")), "/a/b");
    EXPECT_EQ(parse_target("/a%2Fb")->segments.size(), 1U);
    EXPECT_EQ(shown(parse_target("/a+b")), "/a+b");
    EXPECT_EQ(shown(parse_target("http://hebra.example/a?b=c")), "/a?b=c");
    EXPECT_EQ(shown(parse_target("http://hebra.example")), "");
    EXPECT_EQ(shown(parse_target("http://hebra.example?b=c")), "?b=c");
    for (const auto* bad : {"", "*", "a", "/%", "/%4", "/%zz", "/%00", "/%ff", "/..", "/a/./b", "/%2e%2e/a", "/?a=%", "/?%ff=a"}) {
        EXPECT_EQ(shown(parse_target(bad)), "bad_target") << bad;
    }
}

TEST(Target, segments_survive_encoding) {
    const std::string odd = "a/b?c=d&e%f ñ+#\"";
    const auto target = parse_target("/" + encode_segment(odd));
    ASSERT_TRUE(target);
    EXPECT_EQ(target->segments.at(0), odd);
}

Framing framing() { return {.keeps_open = true, .is_http_1_0 = false, .is_tls = false, .request_id = "r", .date = "now"}; }

std::size_t count_of(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(Wire, everything_carries_the_security_headers) {
    const auto head = head_of(Response{.body = "abc"}, framing());
    EXPECT_TRUE(head.starts_with("HTTP/1.1 200 OK\r\nDate: now\r\nContent-Length: 3\r\nX-Request-Id: r\r\n")) << head;
    for (const auto* name : {"Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; ",
                             "frame-ancestors 'none'\r\n", "X-Content-Type-Options: nosniff\r\n", "Referrer-Policy: same-origin\r\n",
                             "Permissions-Policy: ", "Cross-Origin-Opener-Policy: same-origin\r\n",
                             "Cross-Origin-Resource-Policy: same-origin\r\n", "Cache-Control: no-store\r\n"}) {
        EXPECT_EQ(count_of(head, name), 1U) << name;
    }
    EXPECT_EQ(count_of(head, "Strict-Transport-Security"), 0U);
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(Wire, a_route_may_say_otherwise_and_tls_brings_hsts) {
    Response response{.body = Body::lasting("abcd")};
    response.headers.add("cache-control", "public, max-age=31536000, immutable");
    auto over_tls = framing();
    over_tls.is_tls = true;
    over_tls.keeps_open = false;
    const auto head = head_of(response, over_tls);
    EXPECT_EQ(count_of(head, "no-store"), 0U);
    EXPECT_EQ(count_of(head, "immutable"), 1U);
    EXPECT_EQ(count_of(head, "Strict-Transport-Security: max-age="), 1U);
    EXPECT_EQ(count_of(head, "Connection: close\r\n"), 1U);
    EXPECT_EQ(count_of(head, "Content-Length: 4\r\n"), 1U);
}

TEST(Wire, what_has_no_body_has_no_length) {
    for (const int status : {101, 204, 304}) EXPECT_EQ(count_of(head_of(Response{.status = status}, framing()), "Content-Length"), 0U);
    EXPECT_EQ(count_of(head_of(Response{.status = 200}, framing()), "Content-Length: 0\r\n"), 1U);
}

struct Position {
    Time at;
    std::string id;
};
BOOST_DESCRIBE_STRUCT(Position, (), (at, id))

TEST(Cursor, returns_the_position_and_notices_a_change) {
    const Mac mac = [](std::string_view text) { return Bytes(32, static_cast<std::uint8_t>(std::hash<std::string_view>()(text))); };
    const Position position{from_micros(1'763'586'720'000'000), "x"};
    for (const auto& key : {Mac(), mac}) {
        const auto cursor = cursor_of(position, key);
        const auto read = read_cursor<Position>(cursor, key);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->at, position.at);
        EXPECT_EQ(read->id, "x");
        EXPECT_EQ(read_cursor<Position>("garbage!", key).error().fields.at(0).pointer, "?cursor");
        EXPECT_FALSE(read_cursor<Position>("", key));
        EXPECT_FALSE(read_cursor<Position>(to_base64url(bytes_of("{}")), key));
    }
    auto sealed = *from_base64url(cursor_of(position, mac));
    sealed[2] ^= 1;
    EXPECT_FALSE(read_cursor<Position>(to_base64url(sealed), mac));
}

}  // namespace
}  // namespace hebra::http
