using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Register;

namespace Tupa.Tests.Notifications;

public sealed class FarewellTests
{
    [Theory]
    [InlineData(-15, 9, null)]
    [InlineData(-14, 7, null)]
    [InlineData(-14, 9, "Fortnight")]
    [InlineData(-5, 9, "Fortnight")]
    [InlineData(-3, 9, "ThreeDays")]
    [InlineData(0, 9, "ThreeDays")]
    [InlineData(1, 0, "Ended")]
    [InlineData(7, 0, "Ended")]
    [InlineData(9, 0, null)]
    public void Each_stage_has_its_days_and_a_missed_one_is_not_told_late(int days, int hour, string? stage)
    {
        var last = new DateOnly(2026, 7, 31);
        var now = Helsinki.ToUtc(last.AddDays(days).ToDateTime(new TimeOnly(hour, 0)));
        Assert.Equal(stage, Farewell.Due(Helsinki.EndOf(last), now)?.ToString());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_leaver_is_told_three_times_once_each_and_so_is_the_supervisor(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var house = news.House;
        var (aino, helka) = (await house.Town.StaffAsync("Aino Mäkelä"), await house.Town.StaffAsync("Helka Pomo"));
        await house.HeadAsync(await house.Town.CityAsync(), helka);
        news.Until(DayOfWeek.Tuesday, 10);
        var last = house.Clock.Today().AddDays(14);
        await house.EndAsync(Helsinki.EndOf(last), aino);

        await RoundsAsync(news, twice: true);
        var first = Assert.Single(news.Sink.Mails);
        Assert.Equal("aino.makela@kuusisalmi.example", first.To);
        foreach (var words in new[] { "14 päivän päästä", Say.Day(last), "esihenkilöltäsi", "/me", "/me/handover", "käyttäjätunnuksesi poistuvat" }) Assert.Contains(words, first.Text, StringComparison.Ordinal);
        Assert.Contains($"viimeistään {Say.Day(last.AddMonths(9).AddDays(-35 - 14))}", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Helka", first.Text, StringComparison.Ordinal);
        Assert.Equal([$"Pääsysi päättyy {Say.Day(last)}"], (await news.InboxAsync(aino)).Lines.Select(l => l.Words));
        Assert.Equal([$"Aino Mäkelä: pääsy päättyy {Say.Day(last)}"], (await news.InboxAsync(helka)).Lines.Select(l => l.Words));

        house.Clock.Move(TimeSpan.FromDays(12));
        await RoundsAsync(news, twice: true);
        Assert.Equal(2, ToAino(news).Count);
        Assert.Contains("2 päivän päästä", ToAino(news)[1].Text, StringComparison.Ordinal);

        house.Clock.StopAt(Helsinki.EndOf(last).AddMinutes(5));
        await RoundsAsync(news, twice: true);
        Assert.Equal(3, ToAino(news).Count);
        Assert.Contains("päättyi", ToAino(news)[2].Text, StringComparison.Ordinal);
        Assert.Equal(3, await house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == helka && n.Kind == NoticeKind.TeamEnds)));
        Assert.Equal(2, await house.ReadAsync(db => db.Set<NoticeRow>().CountAsync(n => n.Person == aino && n.Kind == NoticeKind.AccessEnds)));
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_mail_is_in_the_leavers_language_and_an_end_that_moves_takes_back_what_was_said(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var house = news.House;
        var borje = await house.Town.StaffAsync("Börje Öhman");
        await house.InAsync((PersonActions people) => people.SetLanguageAsync(borje, "sv"));
        news.Until(DayOfWeek.Tuesday, 10);
        await house.EndAsync(Helsinki.EndOf(house.Clock.Today().AddDays(10)), borje);
        await RoundsAsync(news);
        Assert.Contains("Det här upphör om 10 dagar", Assert.Single(news.Sink.Mails).Text, StringComparison.Ordinal);
        Assert.Equal(1, await news.UnreadAsync(borje));

        var later = new Dictionary<AssignmentId, DateOnly> { [await house.AssignmentAsync(borje)] = house.Clock.Today().AddDays(200) };
        await house.InAsync((AssignmentActions actions) => actions.MoveEndsAsync(later, house.Now, Actor.House("test")));
        Assert.Equal(0, await news.UnreadAsync(borje));
        await RoundsAsync(news);
        Assert.Single(news.Sink.Mails);
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_pupil_sees_it_in_the_inbox_and_gets_no_mail_and_a_move_to_another_class_is_no_end(string database)
    {
        await using var news = await Newsroom.OpenAsync(database);
        var house = news.House;
        var school = await house.Town.UnitAsync("Salmen koulu", UnitKind.School, await house.Town.CityAsync(), "03764");
        var class7B = await house.Town.GroupAsync("7B", GroupKind.Class, school);
        var (oona, veeti) = (await house.Town.PupilAsync("Oona Oppilas", school, class7B), await house.Town.PupilAsync("Veeti Åkerlund", school, class7B));
        news.Until(DayOfWeek.Tuesday, 10);
        var last = house.Clock.Today().AddDays(5);
        await house.BeginAsync(house.Told(veeti, school) with { Population = Population.Pupil, Source = Source.Schools, FirstDay = last.AddDays(1) });
        foreach (var pupil in new[] { oona, veeti })
            await house.InAsync(async (AssignmentActions a) => await a.EndAsync([await house.AssignmentAsync(pupil)], Helsinki.EndOf(last), Actor.House("test")));

        await RoundsAsync(news);

        Assert.Equal((1, 0), (await news.UnreadAsync(oona), await news.UnreadAsync(veeti)));
        Assert.Empty(news.Sink.Mails);
    }

    private static List<SunkMail> ToAino(Newsroom news) => [.. news.Sink.Mails.Where(m => m.To == "aino.makela@kuusisalmi.example")];

    private static async Task RoundsAsync(Newsroom news, bool twice = false)
    {
        CultureInfo.CurrentUICulture = Language.Culture("fi");
        for (var time = 0; time < (twice ? 2 : 1); time++)
        {
            await news.House.InAsync((FarewellRounds job) => job.RunAsync(default));
            await news.House.InAsync((MailDelivery job) => job.RunAsync(default));
        }
    }
}
