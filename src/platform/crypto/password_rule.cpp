#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "platform/crypto/password.hpp"

namespace hebra::crypto {
namespace {

constexpr std::size_t k_least_characters = 10;
constexpr std::size_t k_most_bytes = 200;  // room for NIST's 64 characters in any script Hebra's people write

/// What anybody would try first here, folded and without the digits around: "Contraseña2026!" is "contrasena".
constexpr std::string_view k_common[] = {
    "abc",         "abcd",         "admin",        "administracion", "administrador", "administrator", "agente",
    "amor",        "bienvenida",   "bienvenido",   "cambiame",       "cambiar",       "carabineros",   "catolica",
    "centrodesalud", "cesfam",     "changeme",     "chile",          "chilechile",    "clave",         "claveunica",
    "colocolo",    "consultorio",  "contrasena",   "contrasenia",    "coordinadora",  "cualquiera",    "default",
    "demo",        "dragon",       "estrella",     "familia",        "football",      "fundacion",     "futbol",
    "hebra",       "hijos",        "hola",         "holahola",       "holamundo",     "hospital",      "iloveyou",
    "ingresar",    "ingreso",      "invitado",     "laroja",         "letmein",       "linealibre",    "linea",
    "login",       "master",       "mesa",         "micontrasena",   "miclave",       "mihebra",       "monkey",
    "municipalidad", "nomeacuerdo", "oficina",     "pass",           "password",      "princesa",      "principe",
    "prueba",      "qazwsxedc",    "qwer",         "qwerty",         "qwertyuiop",    "asdfghjkl",     "zxcvbnm",
    "qweasdzxc",   "recepcion",    "referencia",   "root",           "salud",         "saludmental",   "santiago",
    "secret",      "secreto",      "sistema",      "soporte",        "sunshine",      "superman",      "supervisora",
    "teamo",       "teamomucho",   "tequiero",     "tequieromucho",  "test",          "trabajo",       "universidad",
    "usuario",     "valparaiso",   "vamoschile",   "welcome",        "q1w2e3r4t5y6",  "1q2w3e4r5t",    "1qaz2wsx3edc",
};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string joined(std::string_view text) {
    auto folded = fold(text);
    std::erase(folded, ' ');
    return folded;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view without_digits_around(std::string_view text) {
    while (!text.empty() && is_digit(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_digit(text.back())) text.remove_suffix(1);
    return text;
}

bool repeats(std::string_view text, std::string_view word) {
    if (word.empty() || text.empty() || text.size() % word.size() != 0) return false;
    for (; !text.empty(); text.remove_prefix(word.size()))
        if (!text.starts_with(word)) return false;
    return true;
}

/// "1234567890", "abcdefghij", "9876543210", "aaaaaaaaaa": each character follows from the one before.
bool is_sequence(std::string_view text) {
    const auto step = [&](std::size_t i) { return is_digit(text[i]) && is_digit(text[i - 1])
                                                      ? (text[i] - text[i - 1] + 10) % 10 : text[i] - text[i - 1]; };
    if (text.size() < 2) return true;
    const int first = step(1);
    if (first < -1 || (first > 1 && first != 9)) return false;
    for (std::size_t i = 2; i < text.size(); ++i)
        if (step(i) != first) return false;
    return true;
}

bool has_few_characters(std::string_view text) {
    std::array<bool, 256> seen{};
    int distinct = 0;
    for (const auto c : text) distinct += !std::exchange(seen[static_cast<unsigned char>(c)], true);
    return distinct < 4;
}

bool is_common(std::string_view password) {
    const auto folded = joined(password);
    const auto core = without_digits_around(folded);
    if (has_few_characters(password) || is_sequence(folded)) return true;
    return std::ranges::any_of(k_common, [&](auto word) { return repeats(folded, word) || repeats(core, word); });
}

bool is_user(std::string_view password, std::string_view user) {
    const auto core = joined(password);
    for (const auto name : {user, user.substr(0, user.find('@'))}) {
        const auto folded = joined(name);
        if (!folded.empty() && (core == folded || without_digits_around(core) == folded)) return true;
    }
    return false;
}

}  // namespace

Result<> check_new_password(std::string_view password, std::string_view user) {
    if (characters(password) < k_least_characters) return refuse(Refused::invalid, words::k_password_short);
    if (password.size() > k_most_bytes) return refuse(Refused::invalid, words::k_password_long);
    if (is_common(password)) return refuse(Refused::invalid, words::k_password_common);
    if (is_user(password, user)) return refuse(Refused::invalid, words::k_password_is_user);
    return {};
}

}  // namespace hebra::crypto
