#include "platform/http/call.hpp"

#include <stdexcept>

#include "platform/http/problem.hpp"
#include "platform/http/words.hpp"

namespace hebra::http {

Call::Call(const Request& request, std::vector<PathValue> path, std::vector<json::Parameter> query)
    : request_(&request), path_(std::move(path)), query_(std::move(query)) {}

const Actor& Call::actor() const {
    if (!actor_) throw std::logic_error("http: an open route asked for its actor");
    return *actor_;
}

const std::string& Call::path_text(std::string_view name) const {
    for (const auto& value : path_) {
        if (value.name == name) return value.value;
    }
    throw std::logic_error("http: the path has no {" + std::string(name) + "}");
}

Result<int> Call::if_match() const {
    const auto header = request_->headers.find("If-Match");
    if (!header) return refuse(Refused::malformed, words::k_if_match_missing);
    auto text = *header;
    if (text.size() >= 2 && text.starts_with('"') && text.ends_with('"')) text = text.substr(1, text.size() - 2);
    int version = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    if (text.empty() || error != std::errc() || stop != text.data() + text.size()) {
        return refuse(Refused::malformed, words::k_bad_if_match);
    }
    return version;
}

Language Call::language() const { return language_of(request_->headers); }

std::optional<std::string_view> Call::query(std::string_view name) const {
    for (const auto& parameter : query_) {
        if (parameter.name == name) return parameter.value;
    }
    return std::nullopt;
}

}  // namespace hebra::http
