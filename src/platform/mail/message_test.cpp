#include "platform/mail/message.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace hebra::mail {
namespace {

const Time k_at = *parse_time("2026-11-19T21:12:00Z");

Letter letter(std::string subject, std::string body) {
    return {Private("agente@linea.demo"), std::move(subject), Private(std::move(body))};
}
std::string text_of(const Letter& letter) { return wire_text(letter, "hebra@red.demo", Uuid{}, k_at); }

TEST(Message, carries_the_headers_of_a_mail_that_a_program_wrote) {
    const auto text = text_of(letter("Hebra HB-7K3QF27: una tarea vence a las 22:00", "Abra Hebra."));
    for (const auto* line : {"Date: Thu, 19 Nov 2026 21:12:00 +0000\r\n", "From: Hebra <hebra@red.demo>\r\n",
                             "To: <agente@linea.demo>\r\n", "Message-ID: <00000000-0000-0000-0000-000000000000@red.demo>\r\n",
                             "Subject: Hebra HB-7K3QF27: una tarea vence a las 22:00\r\n", "Auto-Submitted: auto-generated\r\n",
                             "\r\n\r\nAbra Hebra.\r\n"})
        EXPECT_NE(text.find(line), text.npos) << line << text;
}

TEST(Message, encodes_a_subject_with_accents_without_cutting_a_letter) {
    const auto text = text_of(letter("Invitación de la institución: elija su clave, por favor, antes del miércoles próximo", "x"));
    EXPECT_NE(text.find("Subject: =?utf-8?Q?Invitaci=C3=B3n_de_la_instituci=C3=B3n=3A_elija"), text.npos) << text;
    EXPECT_EQ(text.find("=C3?="), text.npos) << "a letter was cut in two";
}

TEST(Message, quotes_the_body) {
    const auto text = text_of(letter("x", "Año = 2026 \nsigue"));
    EXPECT_NE(text.find("A=C3=B1o =3D 2026=20\r\nsigue\r\n"), text.npos) << text;
}

RC_GTEST_PROP(Message, has_no_long_line_and_no_lone_break, (const std::string& subject, const std::string& body)) {
    const auto text = text_of(letter(subject, body));
    std::size_t start = 0;
    while (start < text.size()) {
        const auto end = text.find("\r\n", start);
        RC_ASSERT(end != text.npos);
        RC_ASSERT(end - start <= 78U);
        RC_ASSERT(text.substr(start, end - start).find_first_of("\r\n") == std::string::npos);
        start = end + 2;
    }
}

TEST(Message, takes_whole_addresses_only) {
    for (const auto* good : {"a@b.cl", "nombre.apellido+hebra@mail.municipalidad.cl", "root@localhost"}) EXPECT_TRUE(is_address(good)) << good;
    for (const auto* bad : {"", "a", "@b.cl", "a@", "a@b", "a@b..cl", "a b@c.cl", "a@b.cl\r\nBcc: x@y.cl", "<a@b.cl>", "a@b@c.cl",
                            "señal@b.cl", ".a@b.cl", "a@.cl"})
        EXPECT_FALSE(is_address(bad)) << bad;
    EXPECT_THROW(wire_text({Private("a@b.cl>\r\nBcc: <x@y.cl"), "x", Private("y")}, "h@b.cl", Uuid{}, k_at), std::logic_error);
}

}  // namespace
}  // namespace hebra::mail
