// The API without sockets: requests in, replies out, as whoever one says. For tests only.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "access/roles/roles.hpp"
#include "platform/crypto/hash.hpp"
#include "platform/http/router.hpp"
#include "platform/json/json.hpp"

namespace hebra::test {

struct Header {
    std::string name, value;
};

/// What a route answers to somebody; the first of a route's tests say it of nobody, a wrong role, another institution and
/// the right person.
struct Expected {
    std::string who;
    int status;
};

class Site {
  public:
    /// @param grants what each role may do here: the rooms' own tables
    explicit Site(std::vector<access::Grant> grants, http::Identify identify = {})
        : roles_(std::move(grants)), router(identify ? std::move(identify) : by_name(), settings()) {}

    /// Somebody of this name may ask from now on ("Bearer name").
    Actor& let_in(const std::string& name, InstitutionId institution, std::vector<access::Role> roles) {
        Actor actor{UserId::make(from_micros(static_cast<std::int64_t>(actors_.size() + 1) * 1'000)),
                    institution,
                    {},
                    roles_.permissions_of(roles, institution)};
        return actors_.insert_or_assign(name, std::move(actor)).first->second;
    }

    http::Response ask(std::string_view who, http::Method method, std::string target, std::string body = {},
                       const std::vector<Header>& headers = {}) {
        http::Request request{
            .method = method, .target = std::move(target), .body = std::move(body), .peer = "192.0.2.1", .id = "req"};
        if (who != "nobody") request.headers.add("Authorization", "Bearer " + std::string(who));
        if (!request.body.empty()) request.headers.add("Content-Type", "application/json");
        for (const auto& header : headers) request.headers.add(header.name, header.value);
        return router.answer(request);
    }
    int status(std::string_view who, http::Method method, std::string target, std::string body = {},
               const std::vector<Header>& headers = {}) {
        return ask(who, method, std::move(target), std::move(body), headers).status;
    }
    template <class T>
    T read(std::string_view who, http::Method method, std::string target, std::string body = {},
           const std::vector<Header>& headers = {}) {
        const auto response = ask(who, method, std::move(target), std::move(body), headers);
        EXPECT_LT(response.status, 300) << response.body.view();
        return json::read<T>(response.body.view()).value();
    }
    /// Who gets which status for one request.
    void expect(const std::vector<Expected>& all, http::Method method, const std::string& target,
                const std::string& body = {}, const std::vector<Header>& headers = {}) {
        for (const auto& [who, expected] : all) {
            const auto response = ask(who, method, target, body, headers);
            EXPECT_EQ(response.status, expected)
                << who << ' ' << http::text_of(method) << ' ' << target << ' ' << response.body.view();
        }
    }

  private:
    http::Identify by_name() {
        return [this](const http::Request& request) -> Result<Actor> {
            const auto name = request.headers.find("Authorization").value_or("Bearer ").substr(7);
            const auto found = actors_.find(name);
            if (found == actors_.end()) return refuse(Refused::unauthenticated, {"not_signed_in", "", ""});
            return found->second;
        };
    }
    static http::RouterSettings settings() {
        return {.request_mac = [](std::string_view request) { return crypto::hash(bytes_of(request)); },
                .is_by_cookie = {},
                .is_unavailable = {},
                .failed = [](const http::Failure& failure) { ADD_FAILURE() << failure.route << ": " << failure.what; }};
    }

    access::RoleTable roles_;
    std::map<std::string, Actor, std::less<>> actors_;

  public:
    http::Router router;
};

}  // namespace hebra::test
