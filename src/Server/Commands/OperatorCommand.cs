using System.CommandLine;
using Tupa.Access;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Server;

/// <summary><c>tupa operator add | recover</c>: what whoever has the machine does where nobody in the house can.</summary>
internal static class OperatorCommand
{
    public static Command Make()
    {
        var userId = new Argument<string>("user-id") { Description = "What the operator signs in with, for example aino.maki." };
        var given = new Argument<string>("given") { Description = "The given name." };
        var family = new Argument<string>("family") { Description = "The family name." };
        var email = new Option<string?>("--email") { Description = "The work e-mail, for a forgotten password and for news of the account." };
        var add = new Command("add", """
            Make the first operator of this house and print a one-time code for the first password.

            Makes a person with an assignment in the city's own unit, the authority of an operator for twelve months, and an account.
            Refused where the user ID is taken, and where there is an operator already: operators grant authorities at /register.
            Run it on the machine of the house, as its user and with its settings. The house may be serving meanwhile.
            """)
        {
            userId, given, family, email,
        };
        add.SetAction((result, stop) => AddAsync(
            new(result.GetValue(userId)!, result.GetValue(given)!, result.GetValue(family)!, result.GetValue(email), default), stop));
        return new("operator", "Let the first operator in, or one who has lost the second factor: what nobody inside the house can do.") { add, Recover() };
    }

    private static Command Recover()
    {
        var userId = new Argument<string>("user-id") { Description = "What the operator signs in with." };
        var recover = new Command("recover", """
            Let an operator in again who has lost the second factor, and perhaps the password, and whom no other operator can help.

            Removes the second factor and its recovery codes, ends every session, and prints a one-time code for a new password. The old
            password goes on working until the code is used. Whoever signs in sets up a new second factor before anything else. It is
            logged, and the operator is told. Refused for anyone who is no operator.
            """)
        {
            userId,
        };
        recover.SetAction((result, stop) => RecoverAsync(result.GetValue(userId)!, stop));
        return recover;
    }

    private static async Task<int> RecoverAsync(string userId, CancellationToken stop)
    {
        var settings = Settings.Read();
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);

        var (slip, refusal) = await RecoverAsync(scope.ServiceProvider, userId, stop);
        if (slip is null)
        {
            await Console.Error.WriteLineAsync(refusal?.Reason.En);
            return 2;
        }

        Console.WriteLine($"""
            The second factor of {slip.Name} is removed, and every session has ended.

              sign in         {settings.Address}/sign-in with the password, and set up a new second factor
              if it is lost   {settings.Address}/first-password with the one-time code {slip.Words}

            The code is shown only here and is good until {Say.Day(slip.UntilUtc)}.
            """);
        return 0;
    }

    /// <summary>The deed itself, signed by this command.</summary>
    internal static Task<(Slip? Slip, Refusal? Refusal)> RecoverAsync(IServiceProvider scope, string userId, CancellationToken stop) =>
        scope.GetRequiredService<OperatorRecovery>().RecoverAsync(userId, Actor.House("operator-command"), stop);

    private static async Task<int> AddAsync(NewOperator told, CancellationToken stop)
    {
        var settings = Settings.Read();
        Directory.CreateDirectory(settings.Folder);
        await using var services = Composition.Services(settings).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Opening>().RunAsync(stop);

        var (slip, refusal) = await AddAsync(scope.ServiceProvider, settings, told, stop);
        if (slip is null)
        {
            await Console.Error.WriteLineAsync(refusal?.Reason.En);
            return 2;
        }

        Console.WriteLine($"""
            {slip.Name} is the operator of this house until {Say.Day(services.GetRequiredService<TimeProvider>().Today().AddMonths(12))}.

              user ID         {slip.UserId}
              one-time code   {slip.Words}
              set a password  {settings.Address}/first-password

            The code is shown only here and is good until {Say.Day(slip.UntilUtc)}.
            """);
        return 0;
    }

    /// <summary>The deed itself, signed by this command.</summary>
    internal static Task<(Slip? Slip, Refusal? Refusal)> AddAsync(IServiceProvider scope, Settings settings, NewOperator told, CancellationToken stop) =>
        scope.GetRequiredService<FirstOperator>().AddAsync(
            told with { City = new(settings.City, settings.CitySwedish, settings.City) }, Actor.House("operator-command"), stop);
}
