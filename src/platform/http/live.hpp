// Notices to people who have a page open, over a WebSocket. A notice says that something changed; what, is fetched by
// REST. The socket also takes commands: requests in JSON, which pass the same router and guards as any other.
#pragma once
#include <compare>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/actor.hpp"
#include "platform/http/call.hpp"

namespace hebra::http {

class Router;

/// Whom a notice is for: a user, while acting for an institution.
struct Topic {
    UserId user;
    InstitutionId institution;
    friend auto operator<=>(const Topic&, const Topic&) = default;
};

/// An open socket, as far as senders know it. Callable from any thread.
class LiveSocket {
  public:
    virtual ~LiveSocket() = default;
    /// Queues the text. A socket that reads too slowly is closed: its page will ask again when it is back.
    virtual void send(std::shared_ptr<const std::string> text) = 0;
};

/// The open sockets by topic. Thread-safe; outlives the server.
class Live {
  public:
    /// Sends the text to every socket of the topic on this node. Returns at once.
    void notify(const Topic& topic, std::string_view text);
    std::size_t sockets() const;

  private:
    friend class LiveSession;
    void add(const Topic& topic, std::shared_ptr<LiveSocket> socket);
    void remove(const Topic& topic, const LiveSocket& socket);

    mutable std::mutex mutex_;
    std::multimap<Topic, std::shared_ptr<LiveSocket>> sockets_;
};

/// The answer to a command, with what the access log tells of it.
struct LiveReply {
    std::string text;
    Method method = Method::other;
    std::string_view route;
    int status = 400;
    std::string request_id;
};

/// What stands behind one socket: whose it is, and how its commands are answered.
class LiveSession {
  public:
    LiveSession(Live& live, const Router& router, const Call& call);

    void open(std::shared_ptr<LiveSocket> socket);
    void close(const LiveSocket& socket);

    /// Carries out {"id","method","path","body"?,"key"?,"if_match"?} as the socket's own user, and answers
    /// {"id","status","etag"?,"body"?}. Blocks.
    LiveReply answer(std::string_view command, std::string request_id) const;
    /// Whether the guard would let the socket in again: its session may have ended, or act for another institution now.
    bool is_still_welcome() const;

    const Topic& topic() const { return topic_; }
    /// The request that opened the socket.
    const Request& hello() const { return hello_; }

  private:
    Live& live_;
    const Router& router_;
    const Topic topic_;
    const Request hello_;
};

/// For a route that opens sockets.
/// No: `want_websocket` (426) if the request asks for no upgrade, `cross_site`.
Result<Response> open_live(Live& live, const Router& router, const Call& call);

}  // namespace hebra::http
