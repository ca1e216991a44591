#include "platform/json/words.hpp"

#include <mutex>
#include <set>

#include <fmt/format.h>

namespace hebra::json {
namespace {

/// A Word views its text, so text made at run time is kept for good: once each, and only of the program's own types.
std::string_view keep(std::string text) {
    static std::mutex mutex;
    static std::set<std::string> kept;  // nodes stay where they are
    const std::lock_guard lock(mutex);
    return *kept.insert(std::move(text)).first;
}

}  // namespace

Word out_of_range_word(std::int64_t least, std::uint64_t most) {
    return {"out_of_range", keep(fmt::format("Debe estar entre {} y {}.", least, most)),
            keep(fmt::format("It must be between {} and {}.", least, most))};
}

Word too_long_word(std::size_t max_bytes) {
    return {"too_long", keep(fmt::format("Es muy largo: caben {} bytes (una letra con tilde ocupa dos).", max_bytes)),
            keep(fmt::format("It is too long: {} bytes fit (an accented letter takes two).", max_bytes))};
}

Word unknown_code_word(std::span<const std::string_view> accepted) {
    const auto list = fmt::format("{}", fmt::join(accepted, ", "));
    return {"unknown_code", keep(fmt::format("No es un código conocido. Se acepta: {}.", list)),
            keep(fmt::format("It is not a known code. Accepted: {}.", list))};
}

}  // namespace hebra::json
