// What may be done with the network.
#pragma once
#include "access/roles/roles.hpp"

namespace hebra::network {

inline constexpr Permission k_network_read{"network_read"};            ///< the matrix of levels
inline constexpr Permission k_agreement_sign{"agreement_sign"};        ///< for one's own institution
inline constexpr Permission k_network_coordinate{"network_coordinate"};  ///< for any pair of one's network
inline constexpr Permission k_institution_found{"institution_found"};
inline constexpr Permission k_institution_correct{"institution_correct"};
inline constexpr Permission k_contacts_name{"contacts_name"};          ///< whom to call at one's own institution

/// Whoever signs for an institution, and is told of its agreements.
inline const std::vector<access::Role> k_signing = {access::Role::supervisor, access::Role::mesa_coordinator, access::Role::territorial,
                                                    access::Role::regional, access::Role::admin};

inline std::vector<access::Grant> grants() {
    using enum access::Role;
    return {{k_network_read, {agent, supervisor, intake, mesa_coordinator, territorial, contact_officer, exit_validator,
                              family_counsellor, regional, privacy_officer, admin}},
            {k_agreement_sign, k_signing},
            {k_contacts_name, k_signing},
            {k_institution_correct, {regional, admin}},
            {k_network_coordinate, {regional, admin}, access::Standing::coordinator},
            {k_institution_found, {admin}, access::Standing::coordinator}};
}

}  // namespace hebra::network
