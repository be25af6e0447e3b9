using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Tupa.Kernel;

namespace Tupa.Access;

/// <summary>Sends links to work e-mails, beside the request that asked: whether there was anybody to send to cannot be told from the answer.</summary>
internal sealed class ForgottenPasswords(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<ForgottenPasswords> log) : BackgroundService
{
    private const int MostWaiting = 200;
    private const int MostRemembered = 5_000;

    /// <summary>A person gets at most one such mail in this time.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, DateTime> _sent = new(StringComparer.Ordinal);

    public void Ask(string userId)
    {
        if (userId.Length is > 0 and <= Account.LongestUserId) _asked.Writer.TryWrite(userId);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The end of the house is no failure, however the host ends.
        await using var end = stoppingToken.Register(() => _asked.Writer.TryComplete());
        await foreach (var userId in _asked.Reader.ReadAllAsync(CancellationToken.None))
        {
            if (stoppingToken.IsCancellationRequested) return;

            try
            {
                await SendAsync(userId, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // One mail that cannot be sent must not stop the next.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                log.LogError("A link for a forgotten password could not be sent: {Kind}", failure.GetType().Name);
            }
        }
    }

    private async Task SendAsync(string userId, CancellationToken stop)
    {
        var folded = Account.FoldedOf(userId);
        var now = clock.UtcNow();
        if (_sent.TryGetValue(folded, out var last) && now - last < Between) return;

        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetService<IMailer>() is not { } mailer) return;
        if (await scope.ServiceProvider.GetRequiredService<CodeActions>().MakeLinkAsync(userId, stop) is not var (secret, to)) return;

        if (_sent.Count > MostRemembered) _sent.Clear();
        _sent[folded] = now;

        // The address of the house is the operator's word, never the request's.
        var house = (configuration["Tupa:Mail:House"] ?? configuration["Tupa:Listen"] ?? "http://127.0.0.1:5080").TrimEnd('/');
        var body = CodeText.MailBody($"{house}/new-password?link={secret}").In(to.Language);
        await mailer.SendAsync(new(to.StaffEmail!, CodeText.MailSubject.In(to.Language), body, to.Language), stop);
    }
}
