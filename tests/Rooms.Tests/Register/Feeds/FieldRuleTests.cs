using Tupa.Register;

namespace Tupa.Tests;

public sealed class FieldRuleTests
{
    [Theory]
    [InlineData("040 123 4567", "+358401234567")]
    [InlineData("+358 (0)40-123 4567", "+358401234567")]
    [InlineData("00358401234567", "+358401234567")]
    [InlineData("+46 8 123 456", "+468123456")]
    [InlineData("02-434 3111", "+35824343111")]
    [InlineData("401234567", null)]
    [InlineData("040 12x", null)]
    [InlineData("+", null)]
    [InlineData("", null)]
    [InlineData("+12345678901234567", null)]
    public void Numbers_become_E164(string written, string? number) => Assert.Equal(number, FieldRules.Phone(written));

    [Theory]
    [InlineData("aino.makela@raisio.fi", true)]
    [InlineData("a@b", false)]
    [InlineData("a b@raisio.fi", false)]
    [InlineData("a@b@raisio.fi", false)]
    [InlineData("@raisio.fi", false)]
    [InlineData("a@raisio.fi.", false)]
    [InlineData("a@raisio..fi", false)]
    public void Addresses_of_mail_are_told_from_other_words(string written, bool mail) => Assert.Equal(mail, FieldRules.IsMail(written));

    [Theory]
    [InlineData("2026-02-28", true)]
    [InlineData("2026-02-31", false)]
    [InlineData("28.2.2026", true)]
    [InlineData("31.2.2026", false)]
    [InlineData("2026-2-8", false)]
    [InlineData("20260208", false)]
    public void Only_days_of_the_calendar_are_days(string written, bool day) => Assert.Equal(day, FieldRules.TryWrittenDay(written, out _));

    [Theory]
    [InlineData("03764", true)]
    [InlineData("3764", false)]
    [InlineData("0376a", false)]
    [InlineData("00000", false)]
    public void An_institution_code_has_five_digits(string written, bool code) => Assert.Equal(code, FieldRules.IsInstitutionCode(written));
}
