// People who work in the institutions: what they are called, how they prove who they are.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "access/roles/roles.hpp"
#include "base/actor.hpp"
#include "base/private.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

namespace hebra::access {

enum class UserStatus { invited, active, disabled };  // never deleted: the authorship of whoever leaves stays
BOOST_DESCRIBE_ENUM(UserStatus, invited, active, disabled)

enum class UserLanguage { es, en };
BOOST_DESCRIBE_ENUM(UserLanguage, es, en)

/// Sealed as one document under the installation's accounts key.
struct Profile {
    Private name;
    Private email;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (name, email))

struct User {
    UserId id;
    Private name;
    Private email;
    UserLanguage language;
    UserStatus status;
    bool has_totp;
    int version;
};

/// One role of one person in one institution.
struct Membership {
    InstitutionId institution_id;
    Role role;
};
BOOST_DESCRIBE_STRUCT(Membership, (), (institution_id, role))

namespace words {
inline constexpr Word k_bad_credentials{"bad_credentials", "El correo o la clave no coinciden. Revise y vuelva a intentar.",
                                        "The e-mail or the password does not match. Check them and try again."};
inline constexpr Word k_code_needed{"code_needed", "Escriba el código de seis dígitos de su aplicación.",
                                    "Enter the six-digit code of your application."};
inline constexpr Word k_bad_code{"bad_code", "El código no coincide o ya se usó. Espere el siguiente.",
                                 "The code does not match or was already used. Wait for the next one."};
inline constexpr Word k_too_many_tries{"too_many_tries", "Demasiados intentos. Espere unos minutos, o pida una clave nueva.",
                                       "Too many attempts. Wait a few minutes, or ask for a new password."};
inline constexpr Word k_session_ended{"session_ended", "Su sesión terminó. Entre de nuevo: lo que escribía está guardado.",
                                      "Your session ended. Sign in again: what you were writing is kept."};
inline constexpr Word k_no_role_there{"no_role_there", "Usted no tiene un rol en esa institución.",
                                      "You have no role in that institution."};
inline constexpr Word k_no_role{"no_role", "Su cuenta no tiene roles vigentes. Pida a quien administra que la revise.",
                                "Your account has no current role. Ask your administrator to check it."};
inline constexpr Word k_link_expired{"link_expired", "Este enlace ya se usó o venció. Pida uno nuevo.",
                                     "This link was used or has expired. Ask for a new one."};
inline constexpr Word k_email_taken{"email_taken", "Ya hay una cuenta con ese correo.", "There is already an account with that e-mail."};
inline constexpr Word k_wrong_password{"wrong_password", "La clave actual no coincide.", "The current password does not match."};
inline constexpr Word k_totp_is_on{"totp_is_on", "Ya tiene un segundo paso. Deje primero de usar el actual: se le pedirá su clave.",
                                   "You already have a second step. Stop using the present one first: your password will be asked."};
inline constexpr Word k_totp_not_started{"totp_not_started", "Primero pida el código QR.", "Ask for the QR code first."};
}  // namespace words

}  // namespace hebra::access
