using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;
using Tupa.Spaces;

namespace Tupa.Tests.Notifications;

public sealed class DigestTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task One_mail_a_day_tells_titles_and_links_and_of_a_confidential_space_only_a_number(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        var secret = await news.House.Town.SpaceAsync("Kiusaamistapaukset", Confidentiality.Confidential, aino, kai);
        news.Until(DayOfWeek.Tuesday, 12);
        var id = await news.NoteAsync(bridge, kai, "Sillan työmaa alkaa");
        var hidden = await news.NoteAsync(secret, kai, "Tapaus 12");
        await news.SendAsync(new Notice(aino, NoticeKind.Mention, hidden, secret.Id, kai, "note"));

        await news.MailAsync();
        Assert.Empty(news.Sink.Mails);

        news.Until(DayOfWeek.Wednesday, 8, 5);
        await news.MailAsync();
        await news.MailAsync();

        var mail = Assert.Single(news.Sink.Mails);
        Assert.Equal("aino.makela@kuusisalmi.example", mail.To);
        Assert.Contains("Sillan työmaa alkaa", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"https://tupa.kuusisalmi.example/notes/{id}", mail.Text, StringComparison.Ordinal);
        Assert.Contains("1 uusi julkaisu salassa pidettävässä työtilassa", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Sinut mainittiin salassa pidettävässä työtilassa", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tapaus", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kiusaamis", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Virta", mail.Text, StringComparison.Ordinal);

        news.House.Clock.Move(TimeSpan.FromHours(5));
        await news.NoteAsync(bridge, kai, "Vasta huomenna");
        await news.MailAsync();
        Assert.Single(news.Sink.Mails);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_thousand_arrivals_and_mentions_are_one_mail(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        news.Until(DayOfWeek.Tuesday, 12);
        await news.House.WriteAsync(db =>
        {
            db.AddRange(Enumerable.Range(0, 1_000).Select(_ => new Arrival
            {
                Id = Guid.CreateVersion7(),
                Kind = "note",
                Audience = bridge.Audience,
                Space = bridge.Id,
                Author = kai,
                At = news.House.Now,
                UntilUtc = Helsinki.Never,
            }));
            return Task.CompletedTask;
        });
        var about = await news.NoteAsync(bridge, kai, "Ryöppy");
        await news.SendAsync([.. Enumerable.Range(0, 1_000).Select(_ => new Notice(aino, NoticeKind.Mention, about, bridge.Id, kai, "note")).Distinct()]);
        await news.SendAsync(new Notice(aino, NoticeKind.Reply, about, bridge.Id, kai, "note"));

        news.Until(DayOfWeek.Wednesday, 8);
        await news.MailAsync();
        await news.MailAsync();

        var mail = Assert.Single(news.Sink.Mails);
        Assert.Contains("ja 90 muuta", mail.Text, StringComparison.Ordinal);
        Assert.Contains("ja 901 muuta", mail.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_quiet_weekend_waits_for_Monday_and_then_nothing_is_missing(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        news.Until(DayOfWeek.Friday, 15);
        await news.NoteAsync(bridge, kai, "Perjantain viimeinen");
        news.Until(DayOfWeek.Saturday, 10);
        await news.MailAsync();
        Assert.Empty(news.Sink.Mails);

        news.Until(DayOfWeek.Monday, 8);
        await news.MailAsync();
        Assert.Contains("Perjantain viimeinen", Assert.Single(news.Sink.Mails).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_digest_tells_nothing_to_one_who_left_before_it_was_sent_and_nothing_to_pupils(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var school = await news.House.Town.UnitAsync("Salmen koulu", UnitKind.School, await news.House.Town.CityAsync(), "03764");
        var class7B = await news.House.Town.GroupAsync("7B", GroupKind.Class, school);
        var (aino, kai) = (await news.House.Town.StaffAsync("Aino Mäkelä"), await news.House.Town.StaffAsync("Kai Virta"));
        var oona = await news.House.Town.PupilAsync("Oona Oppilas", school, class7B);
        await news.House.WriteAsync(async db => (await db.Set<CardB>().SingleAsync(c => c.Person == oona)).Email = "oona@koulu.example");
        var bridge = await news.House.Town.SpaceAsync("Salmensilta", Confidentiality.Members, aino, kai);
        await news.House.Town.JoinAsync(oona, bridge.Members, (int)SpaceRole.Reader);
        news.Until(DayOfWeek.Tuesday, 12);
        await news.NoteAsync(bridge, kai, "Sillan työmaa alkaa");
        news.Until(DayOfWeek.Wednesday, 8);

        await news.House.InAsync((DigestRounds job) => job.RunAsync(default));
        await news.House.Town.LeaveAsync(aino);
        news.House.Clock.Move(TimeSpan.FromSeconds(1));
        await news.House.InAsync((MailDelivery job) => job.RunAsync(default));

        Assert.Empty(news.Sink.Mails);
    }
}
