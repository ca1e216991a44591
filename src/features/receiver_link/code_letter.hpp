// The letter that takes a link's code to the receiving institution, by another way than the link.
#pragma once
#include <optional>
#include <string>

#include "features/directory/api.hpp"
#include "platform/mail/message.hpp"

namespace hebra::receiver_link {

inline constexpr std::string_view k_code_letter = "referral_link_code";

/// Where a service is written to: the e-mail that an editor of the directory confirmed, while that holds. Without one the code
/// is told by telephone.
std::optional<std::string> registered_mail(const directory::Service& service, Time now);

/// The code and until when it serves, in both languages. Neither the link, nor who sent it, nor anything of the person.
mail::Letter code_letter(const std::string& to, const std::string& code, Time expires_at, Time now, calendar::Zone zone);

}  // namespace hebra::receiver_link
