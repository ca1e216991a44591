// What the staff is written about their account: a link, until when it serves, and no name of anybody.
#pragma once
#include "access/users/user.hpp"
#include "platform/mail/message.hpp"

namespace hebra::access {

mail::Letter invitation_letter(const Private& to, UserLanguage language, const std::string& link, Time expires_at, Time now);
mail::Letter reset_letter(const Private& to, UserLanguage language, const std::string& link, Time expires_at, Time now);

}  // namespace hebra::access
