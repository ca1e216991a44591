// A house with staff who can sign in. For tests only.
#pragma once
#include "access/users/sessions.hpp"
#include "tests/support/house.hpp"

namespace hebra::test {

inline constexpr Permission k_attend{"attend"};
inline constexpr Permission k_lead{"lead"};
inline const Private k_password("tres palabras sueltas");

struct StaffHouse : House {
    using House::House;

    UserId add(const std::string& email, std::vector<access::Membership> memberships) {
        return users.add({}, {Private("Antonia Reyes"), Private(email), std::move(memberships)}, k_password).value();
    }
    Result<access::SignedIn> sign_in(const std::string& email, const Private& password = k_password,
                                     std::optional<std::string> code = {}, std::string_view peer = "192.0.2.1") {
        return sessions.sign_in({email, password, std::move(code)}, peer, "Firefox, Linux");
    }
    /// Without its memory of the last 5 seconds.
    Result<Actor> identify(const std::string& token) {
        clock.advance(std::chrono::seconds(6));
        return sessions.identify(token);
    }
    std::int64_t entries(std::string_view action) {
        return database.read([&](db::Reader& reader) {
            return reader
                .one<std::int64_t>("SELECT count(*) FROM audit_entry WHERE action = :action", {db::arg("action", action)})
                .value();
        });
    }

    crypto::PasswordPool passwords;
    access::RoleTable roles{
        {{k_attend, {access::Role::agent, access::Role::supervisor}}, {k_lead, {access::Role::supervisor}}}};
    access::Users users{database, vault, audit, passwords, clock};
    access::Sessions sessions{database, vault, users, audit, passwords, roles, clock};
    InstitutionId system = found_system();

  private:
    /// The installation's own chain, for what nobody's institution did.
    InstitutionId found_system() {
        write(database, [&](db::Tx& tx) { vault.found(tx, {}); });
        return {};
    }
};

}  // namespace hebra::test
