using System.Net;
using Microsoft.EntityFrameworkCore;
using Tupa.Notifications;

namespace Tupa.Tests;

/// <summary>/notifications, /me/notifications and /notifications/unsubscribe: what each visitor sees there, and what their forms do.</summary>
public sealed class NotificationPagesTests(VisitedTowns towns)
{
    private static readonly Guest[] Members = [Guest.Staff, Guest.Teacher, Guest.Pupil, Guest.Partner, Guest.Elected, Guest.Steward, Guest.Administrator];

    // The steward's post was commented on, and the teacher was told of a report; nobody else was told of anything.
    public static TheoryData<string, Guest, int, string, string> Inbox => VisitedTowns.OfMembers(
        [new(Guest.Steward, 200, "Silta aukeaa"), new(Guest.Teacher, 200, InboxText.New.Fi), .. Members.Except([Guest.Steward, Guest.Teacher]).Select(g => new Answer(g, 200, InboxText.Nothing.Fi, "Silta aukeaa"))]);

    public static TheoryData<string, Guest, int, string, string> Settings => VisitedTowns.OfMembers([.. Members.Select(g => new Answer(g, 200, PreferenceText.Save.Fi))]);

    public static TheoryData<string, Guest, int, string, string> Unsubscribing => VisitedTowns.Of(
        [.. Members.Append(Guest.SignedOut).Append(Guest.NotGated).Select(g => new Answer(g, 200, UnsubscribeText.Stop.Fi, UnsubscribeText.Broken.Fi))]);

    [Theory, MemberData(nameof(Inbox))]
    public Task The_inbox_holds_what_one_was_told(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/notifications", status, shows, hides);

    [Theory, MemberData(nameof(Settings))]
    public Task Everyone_sets_what_is_mailed_to_them(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/me/notifications", status, shows, hides);

    [Theory, MemberData(nameof(Unsubscribing))]
    public Task A_link_of_ours_stops_mail_without_signing_in(string database, Guest who, int status, string shows, string hides) =>
        towns.AssertAsync(database, who, "/notifications/unsubscribe?token={link}", status, shows, hides);

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_link_that_we_did_not_sign_stops_nothing(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        using var visitor = house.Visitor();

        var page = await visitor.PageAsync("/notifications/unsubscribe?token=abc");
        Assert.Contains(UnsubscribeText.Broken.Fi, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action='/notifications/unsubscription']"));
        using var refused = await visitor.PostAsync("/notifications/unsubscription", ("token", "abc"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Reading_all_leaves_what_came_since_and_what_is_another_s(string database)
    {
        await using var house = await (await TestHouse.OpenAsync(database)).ServeAsync();
        var (aino, borje) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Börje Öhman"));
        var mine = new[] { NoticeId.From(Guid.CreateVersion7(new DateTimeOffset(house.Now.AddMinutes(-2)))), NoticeId.From(Guid.CreateVersion7(new DateTimeOffset(house.Now))) };
        var theirs = NoticeId.From(Guid.CreateVersion7(new DateTimeOffset(house.Now.AddMinutes(-3))));
        await house.WriteAsync(db =>
        {
            foreach (var (id, person) in new[] { (mine[0], aino), (mine[1], aino), (theirs, borje) })
                db.Add(new NoticeRow { Id = id, Person = person, Kind = NoticeKind.PasswordChanged, Thing = Guid.CreateVersion7(), ThingKind = "account", At = house.Now });
            return Task.CompletedTask;
        });
        using var client = await house.SignedInAsync(aino);

        using var read = await client.PostAsync("/notifications/readings", ("newest", mine[0].ToString()));
        Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);
        Assert.Equal([mine[0]], await house.ReadAsync(db => db.Set<NoticeRow>().Where(n => n.ReadAt != null).Select(n => n.Id).ToListAsync()));
        using var other = await client.GetAsync($"/notifications/{theirs}");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        using var own = await client.GetAsync($"/notifications/{mine[1]}");
        Assert.Equal((HttpStatusCode.SeeOther, "/me"), (own.StatusCode, own.Headers.Location?.ToString()));
        Assert.Equal(2, await house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.ReadAt != null)));
    }
}
