// The Chilean numbering plan (Plan Técnico Fundamental de Numeración), as much of it as reading a number needs.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "platform/chile/phone.hpp"

namespace hebra::chile {

/// Since 2016, whatever the service; 600 numbers have one more.
inline constexpr std::size_t k_national_digits = 9;

/// A national number: what follows +56.
struct National {
    PhoneKind kind;
    std::optional<Word> doubt;
};

/// What a national number of 9 to 11 digits without leading zero is; nullopt when the plan has no such length.
std::optional<National> national(std::string_view digits);

/// A national number in the range that Hebra keeps for invented people, 9 0000 0NNN (not assigned to anybody).
bool is_fictional(std::string_view digits);

/// How a national number is written: the sizes of its groups of digits, the first of which is an area or a service.
std::vector<std::size_t> groups_of(PhoneKind kind, std::string_view digits);

/// The length of the country code that an international number begins with (ITU-T E.164, annex): 1 to 3.
std::size_t country_code_length(std::string_view digits);

}  // namespace hebra::chile
