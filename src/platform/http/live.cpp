#include "platform/http/live.hpp"

#include "platform/http/origin.hpp"
#include "platform/http/problem.hpp"
#include "platform/http/router.hpp"
#include "platform/http/words.hpp"
#include "platform/json/json.hpp"

namespace hebra::http {
namespace {

struct Command {
    std::string id;
    std::string method;
    json::Text<2'000> path;
    std::optional<json::Raw> body;
    std::optional<std::string> key;       ///< Idempotency-Key
    std::optional<std::string> if_match;  ///< the ETag that was seen
};
BOOST_DESCRIBE_STRUCT(Command, (), (id, method, path, body, key, if_match))

struct Answer {
    std::string id;
    int status = 0;
    std::optional<std::string> etag;
    std::optional<json::Raw> body;
};
BOOST_DESCRIBE_STRUCT(Answer, (), (id, status, etag, body))

bool is_json(const Response& response) {
    const auto type = response.headers.find("Content-Type").value_or("");
    return type == "application/json" || type == "application/problem+json";
}

std::string answer_text(std::string id, const Response& response) {
    Answer answer{std::move(id), response.status, std::nullopt, std::nullopt};
    if (const auto etag = response.headers.find("ETag")) answer.etag = std::string(*etag);
    if (is_json(response)) answer.body = json::Raw{std::string(response.body.view())};
    return json::write(answer);
}

/// The command as if it had come by itself, with the credentials of the request that opened the socket. That request's
/// origin was looked at, and only the page that opened the socket can write to it.
/// No: a header that a header cannot be.
Result<Request> request_of(const Command& command, const Request& hello, const InstitutionId& institution, std::string request_id) {
    Request request{.method = method_of(command.method), .target = command.path.text(), .peer = hello.peer, .id = std::move(request_id)};
    for (const auto* name : {"Cookie", "Authorization", "Accept-Language"}) {
        if (const auto value = hello.headers.find(name)) request.headers.add(name, *value);
    }
    request.headers.add("Sec-Fetch-Site", "same-origin");
    request.headers.add(k_institution_header, institution.text());  // a socket belongs to the one it was opened for
    if (command.body) {
        request.headers.add("Content-Type", "application/json");
        request.body = command.body->text;
    }
    const std::pair<const char*, const std::optional<std::string>&> own[] = {{"Idempotency-Key", command.key},
                                                                             {"If-Match", command.if_match}};
    for (const auto& [name, value] : own) {
        if (!value) continue;
        if (!Headers::is_value(*value)) return refuse(Refused::malformed, words::k_bad_request);
        request.headers.add(name, *value);
    }
    return request;
}

}  // namespace

// --- Live -----------------------------------------------------------------------------------------------------------

void Live::notify(const Topic& topic, std::string_view text) {
    std::vector<std::shared_ptr<LiveSocket>> sockets;
    {
        const std::lock_guard lock(mutex_);
        const auto [begin, end] = sockets_.equal_range(topic);
        for (auto at = begin; at != end; ++at) sockets.push_back(at->second);
    }
    if (sockets.empty()) return;
    const auto shared = std::make_shared<const std::string>(text);
    for (const auto& socket : sockets) socket->send(shared);
}

std::size_t Live::sockets() const {
    const std::lock_guard lock(mutex_);
    return sockets_.size();
}

void Live::add(const Topic& topic, std::shared_ptr<LiveSocket> socket) {
    const std::lock_guard lock(mutex_);
    sockets_.emplace(topic, std::move(socket));
}

void Live::remove(const Topic& topic, const LiveSocket& socket) {
    const std::lock_guard lock(mutex_);
    const auto [begin, end] = sockets_.equal_range(topic);
    for (auto at = begin; at != end; ++at) {
        if (at->second.get() != &socket) continue;
        sockets_.erase(at);
        return;
    }
}

// --- LiveSession ----------------------------------------------------------------------------------------------------

LiveSession::LiveSession(Live& live, const Router& router, const Call& call)
    : live_(live), router_(router), topic_{call.actor().user, call.actor().institution}, hello_(call.request()) {}

void LiveSession::open(std::shared_ptr<LiveSocket> socket) { live_.add(topic_, std::move(socket)); }
void LiveSession::close(const LiveSocket& socket) { live_.remove(topic_, socket); }

LiveReply LiveSession::answer(std::string_view text, std::string request_id) const {
    LiveReply reply;
    reply.request_id = request_id;
    const auto refuse_with = [&](std::string id, const Refusal& refusal) {
        const auto response = problem(refusal, language_of(hello_.headers), reply.request_id);
        reply.status = response.status;
        reply.text = answer_text(std::move(id), response);
        return reply;
    };
    const auto command = json::read<Command>(text);
    if (!command) return refuse_with("", command.error());
    reply.method = method_of(command->method);
    const auto request = request_of(*command, hello_, topic_.institution, std::move(request_id));
    if (!request) return refuse_with(command->id, request.error());
    const auto response = router_.answer(*request);
    reply.route = response.route;
    reply.status = response.status;
    reply.text = answer_text(command->id, response);
    return reply;
}

bool LiveSession::is_still_welcome() const {
    const auto response = router_.answer(hello_);
    if (response.status >= 500) return true;  // we could not ask; not the socket's fault
    return response.live != nullptr && response.live->topic() == topic_;
}

Result<Response> open_live(Live& live, const Router& router, const Call& call) {
    const auto upgrade = call.header("Upgrade").value_or("");
    if ((upgrade != "websocket" && upgrade != "WebSocket") || !call.header("Sec-WebSocket-Key")) {
        return refuse(Refused::malformed, words::k_want_websocket);
    }
    return Response{.status = 101, .live = std::make_shared<LiveSession>(live, router, call)};
}

}  // namespace hebra::http
