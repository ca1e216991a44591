// The ficha on paper (interface.md §7): one page at its usual length, the three lines first.
#pragma once
#include "features/referrals/request.hpp"
#include "platform/pdf/sheet.hpp"

namespace hebra::referrals {

/// Whose copy it is, and what proves where it came from.
struct Printing {
    std::string by_institution;
    Time at;
    std::string verification;  ///< "7K3Q-F2XM": the same for every print of this version; the origin can print it again and compare
    Language language;
};

/// @param referral opened, with its package
pdf::Sheet ficha_of(const Opened& referral, const Printing& printing);

}  // namespace hebra::referrals
