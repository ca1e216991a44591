#include "features/attention/test_contacts.hpp"

namespace hebra::attention {
namespace {

TEST(CleanName, keeps_a_name_and_drops_where_it_was) {
    EXPECT_EQ(clean_name("informe médico.pdf").reveal(), "informe médico.pdf");
    EXPECT_EQ(clean_name("C:\\Users\\ana\\foto.png").reveal(), "foto.png");
    EXPECT_EQ(clean_name("../../etc/passwd").reveal(), "passwd");
    EXPECT_EQ(clean_name(".oculto\"\r\nX: y").reveal(), "ocultoX: y");
    EXPECT_EQ(clean_name("\xFF\xFE roto").reveal(), "roto");
    EXPECT_EQ(clean_name("").reveal(), "archivo");
    EXPECT_EQ(clean_name("...").reveal(), "archivo");
    EXPECT_EQ(clean_name(std::string(59, 'a') + "ññññññññññññññññññññññññññññññññññ").reveal().size(), 119U);  // no half letter
}

class AttachmentsTest : public ContactHouse {};
HEBRA_ON_BOTH_DATABASES(AttachmentsTest);

TEST_P(AttachmentsTest, keeps_a_file_sealed_with_its_name) {
    const auto contact = create();
    const auto kept = attachments.add(actor, contact.id, std::string(k_planted) + ".txt", bytes_of(k_planted)).value();
    EXPECT_EQ(kept.media_type, blobs::MediaType::text);
    EXPECT_EQ(kept.size, std::ssize(k_planted));
    EXPECT_EQ(test::contents(db()).find(k_planted), std::string::npos);
    const auto file = attachments.open(actor, contact.id, kept.id).value();
    EXPECT_EQ(file.name.reveal(), std::string(k_planted) + ".txt");
    EXPECT_EQ(file.content, k_planted);
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.view_file'"), 1);
}

TEST_P(AttachmentsTest, is_called_what_it_is_whatever_it_was_called) {
    const auto contact = create();
    const auto kept = attachments.add(actor, contact.id, "x.exe", bytes_of("hola")).value();
    EXPECT_EQ(kept.name.reveal(), "x.exe.txt");
    EXPECT_EQ(attachments.of(actor, contact.id).value().front().name.reveal(), "x.exe.txt");
    EXPECT_EQ(attachments.open(actor, contact.id, kept.id).value().name.reveal(), "x.exe.txt");
}

TEST_P(AttachmentsTest, refuses_what_is_no_document_and_keeps_nothing) {
    const auto contact = create();
    const auto before = test::contents(db());
    EXPECT_EQ(code_of(attachments.add(actor, contact.id, "a.html", bytes_of("<html>"))), "file_kind");
    EXPECT_EQ(code_of(attachments.add(actor, contact.id, "a.txt", {})), "file_empty");
    EXPECT_EQ(code_of(attachments.add(stranger, contact.id, "a.txt", bytes_of("hola"))), "not_found");
    Attachments scanned(db(), house.vault, house.audit, users, house.clock,
                        [](BytesView, blobs::MediaType) -> Result<> { return refuse(Refused::invalid, blobs::words::k_file_active); });
    EXPECT_EQ(code_of(scanned.add(actor, contact.id, "a.txt", bytes_of("hola"))), "file_active");
    EXPECT_EQ(test::contents(db()), before);
}

TEST_P(AttachmentsTest, a_stranger_and_another_contact_find_none) {
    const auto contact = create();
    const auto other = create();
    const auto kept = attachments.add(actor, contact.id, "a.txt", bytes_of("hola")).value();
    EXPECT_EQ(code_of(attachments.open(actor, other.id, kept.id)), "not_found");
    EXPECT_EQ(code_of(attachments.open(stranger, contact.id, kept.id)), "not_found");
    EXPECT_EQ(code_of(attachments.remove(stranger, contact.id, kept.id)), "not_found");
    EXPECT_EQ(code_of(attachments.of(stranger, contact.id)), "not_found");
}

TEST_P(AttachmentsTest, removed_it_is_gone_with_every_chunk) {
    const auto contact = create();
    const auto kept = attachments.add(actor, contact.id, "a.txt", bytes_of("hola")).value();
    ASSERT_TRUE(attachments.remove(actor, contact.id, kept.id));
    EXPECT_TRUE(attachments.of(actor, contact.id)->empty());
    EXPECT_EQ(rows("blob") + rows("blob_chunk"), 0);
    EXPECT_EQ(code_of(attachments.remove(actor, contact.id, kept.id)), "not_found");
}

TEST_P(AttachmentsTest, what_is_closed_keeps_its_files_until_somebody_says_why_it_is_reopened) {
    const auto contact = create();
    const auto kept = attachments.add(actor, contact.id, "a.txt", bytes_of("hola")).value();
    auto close = move_of(ContactAction::close, 1);
    close.disposition = Disposition::listened;
    ASSERT_TRUE(contacts.move(actor, contact.id, close));
    EXPECT_EQ(code_of(attachments.remove(actor, contact.id, kept.id)), "closed_keeps_files");
    EXPECT_EQ(code_of(attachments.remove(stranger, contact.id, kept.id)), "not_found") << "a stranger does not learn that it is closed";
    EXPECT_EQ(attachments.open(actor, contact.id, kept.id)->content, "hola");
    EXPECT_EQ(rows("audit_entry WHERE action = 'contact.remove_file'"), 0);

    auto reopen = move_of(ContactAction::reopen, 2);
    reopen.reason = Private("Se adjuntó el archivo de otra persona");
    ASSERT_TRUE(contacts.move(actor, contact.id, reopen));
    ASSERT_TRUE(attachments.remove(actor, contact.id, kept.id));
    EXPECT_EQ(rows("blob") + rows("blob_chunk"), 0);
}

TEST_P(AttachmentsTest, twenty_fit_and_a_repeat_adds_none) {
    const auto contact = create();
    for (int i = 0; i < 20; ++i) ASSERT_TRUE(attachments.add(repeating("f" + std::to_string(i)), contact.id, "a.txt", bytes_of("hola")));
    const auto again = attachments.add(repeating("f3"), contact.id, "a.txt", bytes_of("hola"));
    ASSERT_TRUE(again);
    EXPECT_EQ(rows("contact_attachment"), 20);
    EXPECT_EQ(code_of(attachments.add(actor, contact.id, "a.txt", bytes_of("hola"))), "too_many_attachments");
}

}  // namespace
}  // namespace hebra::attention
