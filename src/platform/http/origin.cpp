#include "platform/http/origin.hpp"

#include "platform/http/words.hpp"

namespace hebra::http {

Result<> check_origin(const Headers& headers) {
    const Refuse no = refuse(Refused::forbidden, words::k_cross_site);
    if (const auto site = headers.find("Sec-Fetch-Site")) {
        if (*site == "same-origin" || *site == "none") return {};
        return no;
    }
    if (const auto origin = headers.find("Origin")) {
        const auto scheme_end = origin->find("://");
        if (scheme_end == std::string_view::npos) return no;  // "null" among them
        if (headers.find("Host") == origin->substr(scheme_end + 3)) return {};
        return no;
    }
    if (headers.has("Cookie")) return no;
    return {};
}

}  // namespace hebra::http
