#include <charconv>

#include <fmt/format.h>

#include "core/forms/definition.hpp"

namespace hebra::forms {

Result<Version> Version::parse(std::string_view text) {
    Version version;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    for (int* part : {&version.major_, &version.minor_, &version.patch_}) {
        if (part != &version.major_) {
            if (at == end || *at != '.') return refuse(Refused::invalid, words::k_bad_version);
            ++at;
        }
        const auto [stop, error] = std::from_chars(at, end, *part);
        if (error != std::errc() || *part < 0 || stop - at > 5) return refuse(Refused::invalid, words::k_bad_version);
        at = stop;
    }
    if (at != end) return refuse(Refused::invalid, words::k_bad_version);
    return version;
}

std::string Version::text() const { return fmt::format("{}.{}.{}", major_, minor_, patch_); }

}  // namespace hebra::forms
