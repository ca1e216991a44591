// Modulo 11, the check digit of every Chilean number of identity.
#pragma once
#include <string_view>

namespace hebra::chile {

/// '0'–'9' or 'K' for a text of digits: weights 2 to 7 from the right, repeated; 11 minus the rest; 11 is 0 and 10 is K.
/// Notices every single wrong digit and every exchange of neighbours.
constexpr char check_digit_of(std::string_view digits) {
    int sum = 0;
    int weight = 2;
    for (auto i = digits.size(); i-- > 0;) {
        sum += (digits[i] - '0') * weight;
        weight = weight == 7 ? 2 : weight + 1;
    }
    const int check = 11 - sum % 11;
    if (check == 11) return '0';
    return check == 10 ? 'K' : static_cast<char>('0' + check);
}

}  // namespace hebra::chile
