using Microsoft.Extensions.DependencyInjection;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Spaces;

namespace Tupa.Tests.Notifications;

public sealed class InboxTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_notice_is_out_of_sight_the_moment_its_thing_is(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        var id = await news.NoteAsync(bridge, kai, "Sillan työmaa alkaa");
        await news.SendAsync(
            new Notice(aino, NoticeKind.Mention, id, bridge.Id, kai, "note"),
            new Notice(aino, NoticeKind.SpaceGranted, bridge.Id.Value, bridge.Id, kai),
            new Notice(aino, NoticeKind.NewSignIn, Guid.CreateVersion7()),
            new Notice(kai, NoticeKind.Mention, id, bridge.Id, kai, "note"));

        var lines = (await news.InboxAsync(aino)).Lines;
        Assert.Equal(3, lines.Count);
        Assert.Equal(3, await news.UnreadAsync(aino));
        Assert.Equal(0, await news.UnreadAsync(kai));
        var mention = Assert.Single(lines, l => l.Kind == NoticeKind.Mention);
        Assert.Equal("Kai Virta mainitsi sinut", mention.Words);
        Assert.Equal("Sillan työmaa alkaa", mention.About);
        Assert.Equal("Salmensilta", mention.SpaceName);

        await news.House.Town.LeaveAsync(aino);
        news.House.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal([NoticeKind.NewSignIn], (await news.InboxAsync(aino)).Lines.Select(l => l.Kind));
        Assert.Equal(1, await news.UnreadAsync(aino));
        Assert.Null(await news.House.InAsync((InboxQueries inbox) => inbox.HrefAsync(mention.Id, Actor.Of(aino), default)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_inbox_pages_on_and_reading_marks_only_ones_own(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        await news.SendAsync([.. Enumerable.Range(0, 120).Select(_ => new Notice(aino, NoticeKind.NewSignIn, Guid.CreateVersion7()))]);
        await news.SendAsync(new Notice(kai, NoticeKind.NewSignIn, Guid.CreateVersion7()));

        var seen = new List<NoticeId>();
        NoticeId? before = null;
        while (true)
        {
            var page = await news.House.InAsync((InboxQueries inbox) => inbox.PageAsync(Actor.Of(aino), false, before, default));
            seen.AddRange(page.Lines.Select(l => l.Id));
            if (page.OlderHref is null) break;
            before = seen[^1];
        }

        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(Unread.Most, await news.UnreadAsync(aino));

        await news.House.InAsync((InboxActions inbox) => inbox.ReadAllAsync(seen[0], Actor.Of(kai), default));
        Assert.Equal(Unread.Most, await news.UnreadAsync(aino));
        await news.House.InAsync((InboxActions inbox) => inbox.ReadAllAsync(seen[0], Actor.Of(aino), default));
        Assert.Equal(0, await news.UnreadAsync(aino));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_inbox_takes_the_same_number_of_statements_for_one_notice_and_fifty(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        var id = await news.NoteAsync(bridge, kai, "Sillan työmaa alkaa");
        await news.SendAsync(new Notice(aino, NoticeKind.Mention, id, bridge.Id, kai, "note"));
        var one = await news.House.Statements.DuringAsync(() => news.InboxAsync(aino));
        for (var i = 0; i < 49; i++) await news.SendAsync(new Notice(aino, NoticeKind.Reply, id, bridge.Id, kai, "note"));

        Assert.Equal(one, await news.House.Statements.DuringAsync(() => news.InboxAsync(aino)));
        Assert.InRange(one, 1, 5);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Erasing_a_person_leaves_no_row_that_names_them(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        await news.SendAsync(new Notice(aino, NoticeKind.NewSignIn, Guid.CreateVersion7()), new Notice(kai, NoticeKind.SpaceGranted, Guid.CreateVersion7(), null, aino));
        news.Until(DayOfWeek.Tuesday, 12);
        await news.MailAsync();
        await news.House.InAsync((PreferenceActions p) => p.ChooseAsync(new Dictionary<NoticeKind, Pace> { [NoticeKind.Mention] = Pace.Never }, new(18, 6, false), Actor.Of(aino), default));

        await using var scope = news.House.Services.CreateAsyncScope();
        var own = scope.ServiceProvider.GetServices<IPersonalData>().OfType<NotificationsPersonalData>().Single();
        var writing = scope.ServiceProvider.GetRequiredService<Writing>();
        Assert.Equal(5, await own.RemainingAsync(aino, default));

        // Also that a notice of another person's came of what she did.
        Assert.Equal(5, await own.ExportAsync(aino, default).CountAsync());
        await writing.RunAsync(() => own.EraseAsync(aino, default));
        Assert.Equal(0, await own.RemainingAsync(aino, default));
        Assert.Equal(0, await writing.RunAsync(() => own.EraseAsync(aino, default)));
    }
}
