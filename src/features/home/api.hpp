// What may be done from the home page: see what must be done, do it, and read a person's thread.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::home {

inline constexpr Permission k_commitment_read{"commitment_read"};
inline constexpr Permission k_commitment_move{"commitment_move"};          ///< what one holds, or nobody does
inline constexpr Permission k_commitment_reassign{"commitment_reassign"};  ///< what somebody else of the institution holds
inline constexpr Permission k_thread_read{"thread_read"};

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    // Everybody's home page is their loose threads: whoever runs the installation has some too (a stale directory row).
    const std::vector<access::Role> everybody = {agent, supervisor, intake, mesa_coordinator, territorial, contact_officer,
                                                 exit_validator, family_counsellor, care_lead, regional, privacy_officer, admin};
    return {{k_commitment_read, everybody},
            {k_commitment_move, everybody},
            {k_commitment_reassign, {supervisor, mesa_coordinator, territorial, care_lead, regional}},
            {k_thread_read, access::k_attending}};
}

}  // namespace hebra::home
