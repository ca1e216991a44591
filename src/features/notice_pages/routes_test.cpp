#include "features/notice_pages/routes.hpp"

#include <gtest/gtest.h>

#include "core/notices/test_desk.hpp"
#include "features/notice_pages/push.hpp"
#include "tests/support/site.hpp"

namespace hebra::notice_pages {
namespace {

using enum http::Method;

constexpr notices::Kind k_moved{"test.moved", {"act_test_moved", "una derivación cambió", "a referral changed"}};

struct List {
    struct Item {
        NoticeId id;
        std::string kind;
        BOOST_DESCRIBE_CLASS(Item, (), (id, kind), (), ())
    };
    std::vector<Item> items;
    std::int64_t open_count;
    BOOST_DESCRIBE_CLASS(List, (), (items, open_count), (), ())
};

struct Socket final : http::LiveSocket {
    void send(std::shared_ptr<const std::string> text) override { last = *text; }
    std::string last;
};

class NoticePages : public test::OnBothDatabases<test::house_schema> {
  protected:
    void SetUp() override {
        add_notice_routes(site.router, desk.notices, false, live);
        ana = site.let_in("ana", ours, {access::Role::agent});
        site.let_in("eva", ours, {access::Role::agent});
        site.let_in("stranger", theirs, {access::Role::agent});
    }
    void tell() {
        desk.act(ours, [&](db::Tx& tx, const commitments::Cause& cause) {
            desk.notices.tell(tx, ana.user, {.kind = k_moved, .institution = ours, .subject = RecordId::make(desk.clock.now())}, cause);
        });
    }

    notices::Desk desk{db(), {k_moved}};
    InstitutionId ours = desk.found("Línea Demo"), theirs = desk.found("OLN Demo");
    http::Live live;
    test::Site site{{}};
    Actor ana;
};
HEBRA_ON_BOTH_DATABASES(NoticePages);

TEST_P(NoticePages, are_each_readers_own) {
    tell();
    site.expect({{"nobody", 401}, {"ana", 200}, {"eva", 200}, {"stranger", 200}}, get, "/api/v1/notices");
    const auto mine = site.read<List>("ana", get, "/api/v1/notices");
    ASSERT_EQ(mine.items.size(), 1U);
    EXPECT_EQ(mine.open_count, 1);
    EXPECT_TRUE(site.read<List>("eva", get, "/api/v1/notices").items.empty());
    const auto body = fmt::format(R"({{"ids":["{}"]}})", mine.items[0].id.text());
    site.expect({{"nobody", 401}, {"eva", 404}, {"stranger", 404}, {"ana", 204}, {"ana", 204}}, post,
                "/api/v1/notices/acknowledgements", body);
    EXPECT_EQ(site.read<List>("ana", get, "/api/v1/notices").open_count, 0);
}

TEST_P(NoticePages, page_by_a_cursor) {
    for (int n = 0; n < 51; ++n) {
        desk.clock.advance(std::chrono::milliseconds(1));
        tell();
    }
    const auto first = site.ask("ana", get, "/api/v1/notices");
    const auto at = first.body.view().find("\"next_cursor\":\"");
    ASSERT_NE(at, std::string_view::npos);
    const auto cursor = first.body.view().substr(at + 15);
    const auto rest = site.read<List>("ana", get, "/api/v1/notices?cursor=" + std::string(cursor.substr(0, cursor.find('"'))));
    EXPECT_EQ(rest.items.size(), 1U);
    EXPECT_EQ(rest.open_count, 51);
    EXPECT_EQ(site.status("ana", get, "/api/v1/notices?cursor=x"), 422);
}

TEST_P(NoticePages, say_that_no_mail_leaves_here) {
    site.expect({{"nobody", 401}, {"ana", 200}}, get, "/api/v1/me/notices");
    EXPECT_EQ(site.ask("ana", get, "/api/v1/me/notices").body.view(), R"({"by_email":true,"mail_on":false})");
    site.expect({{"nobody", 401}, {"ana", 200}}, put, "/api/v1/me/notices", R"({"by_email":false})");
    EXPECT_EQ(site.ask("ana", get, "/api/v1/me/notices").body.view(), R"({"by_email":false,"mail_on":false})");
}

TEST_P(NoticePages, open_a_socket_for_the_signed_in_only) {
    site.expect({{"nobody", 401}, {"ana", 426}}, get, "/api/v1/live");
}

}  // namespace
}  // namespace hebra::notice_pages
