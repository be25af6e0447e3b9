using Microsoft.EntityFrameworkCore;
using Tupa.Notifications;
using Tupa.Spaces;

namespace Tupa.Tests.Notifications;

public sealed class MailTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task At_night_only_the_account_and_a_near_deadline_break_the_quiet(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai, kirsti) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"), await news.House.Town.StaffAsync("Kirsti Kivi"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai, kirsti);
        news.Until(DayOfWeek.Tuesday, 22);
        var near = await news.NoteAsync(bridge, kirsti, "Tie suljetaan kuudelta", news.House.Now.AddHours(9));
        var far = await news.NoteAsync(bridge, kirsti, "Ohje ensi viikolle", news.House.Now.AddDays(6));
        await news.SendAsync(
            new Notice(aino, NoticeKind.NewSignIn, Guid.CreateVersion7()),
            new Notice(kai, NoticeKind.MustRead, near, bridge.Id, kirsti, "note"),
            new Notice(kirsti, NoticeKind.MustRead, far, bridge.Id, kai, "note"));

        await news.MailAsync();
        Assert.Equal(["aino.makela@kuusisalmi.example"], news.Sink.Mails.Select(m => m.To));
        Assert.DoesNotContain("unsubscribe", news.Sink.Mails[0].Text, StringComparison.Ordinal);

        news.House.Clock.Move(TimeSpan.FromMinutes(2));
        await news.MailAsync();
        Assert.Equal("kai.virta@kuusisalmi.example", news.Sink.Mails[^1].To);
        Assert.Equal(2, news.Sink.Mails.Count);

        news.Until(DayOfWeek.Wednesday, 7);
        await news.MailAsync();
        Assert.Equal("kirsti.kivi@kuusisalmi.example", news.Sink.Mails[^1].To);
        Assert.Equal(3, news.Sink.Mails.Count);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_mail_that_the_server_refuses_is_tried_again_and_given_up_in_the_end(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var aino = await news.House.Town.StaffAsync("Aino Mäkelä");
        news.Until(DayOfWeek.Tuesday, 12);
        news.Sink.Refuse(2);
        await news.SendAsync(new Notice(aino, NoticeKind.PasswordChanged, Guid.CreateVersion7()));
        for (var i = 0; i < 4; i++)
        {
            await news.MailAsync();
            news.House.Clock.Move(TimeSpan.FromMinutes(10));
        }

        Assert.Single(news.Sink.Mails);

        news.Sink.Refuse(1_000);
        await news.SendAsync(new Notice(aino, NoticeKind.PasswordChanged, Guid.CreateVersion7()));
        for (var i = 0; i < 12; i++)
        {
            await news.MailAsync();
            news.House.Clock.Move(TimeSpan.FromMinutes(70));
        }

        var states = await news.House.ReadAsync(db => db.Set<OutboundMail>().OrderBy(m => m.Id).Select(m => new { m.State, m.Tries }).ToListAsync());
        Assert.Equal(MailState.Sent, states[0].State);
        Assert.Equal(MailState.Failed, states[1].State);
        Assert.Equal(OutboundMail.MostTries, states[1].Tries);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task The_link_in_a_mail_stops_mail_without_signing_in(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        news.Until(DayOfWeek.Tuesday, 12);
        await news.NoteAsync(bridge, kai, "Sillan työmaa alkaa");
        news.Until(DayOfWeek.Wednesday, 8);
        await news.MailAsync();
        var mail = Assert.Single(news.Sink.Mails);
        var token = mail.Text[(mail.Text.IndexOf("?token=", StringComparison.Ordinal) + 7)..].Split('>', '\r', '\n')[0].Trim();

        await news.House.ServeAsync();
        using var visitor = new HttpClient { BaseAddress = news.House.Address };
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var page = await visitor.GetStringAsync($"/notifications/unsubscribe?token={token}");
        Assert.Contains("/notifications/unsubscription", page, StringComparison.Ordinal);

        using var forged = new FormUrlEncodedContent([new("token", token[..^4] + "AAAA")]);
        Assert.Equal(422, (int)(await visitor.PostAsync("/notifications/unsubscription", forged)).StatusCode);
        using var form = new FormUrlEncodedContent([new("token", token)]);
        Assert.Equal(200, (int)(await visitor.PostAsync("/notifications/unsubscription", form)).StatusCode);

        await news.NoteAsync(bridge, kai, "Toinen uutinen");
        news.Until(DayOfWeek.Thursday, 8);
        await news.MailAsync();
        Assert.Single(news.Sink.Mails);
        Assert.Contains("notifications.mail.unsubscribed", await news.House.AuditedAsync());
    }
}
