// Whoever watches over an institution's doors is told who came by a role that opens what is sealed.
#pragma once
#include "access/staff/staff.hpp"
#include "core/notices/notices.hpp"

namespace hebra::account {

namespace words {
inline constexpr Word k_act_role_given{"act_role_given", "alguien del equipo recibió un rol que abre fichas",
                                       "somebody on the team was given a role that opens records"};
}  // namespace words

inline constexpr notices::Kind k_role_given{"staff.role_given", words::k_act_role_given};

inline std::vector<notices::Kind> notice_kinds() { return {k_role_given}; }

/// By the act alone: who it is stands on the page of the team. Neither who gave it nor who received it is told; where nobody
/// else watches, everybody else who works there is.
void tell_given(notices::Notices& notices, db::Tx& tx, const access::Giving& giving);

}  // namespace hebra::account
