package dev.limbeck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://db/app?user=me&password=s3cret&ssl=true"
                        + "|jdbc:postgresql://db/app?user=me&password=***&ssl=true",
                "jdbc:postgresql://db/app?password=a;b,c d|jdbc:postgresql://db/app?password=***",
                "jdbc:postgresql://db/app?sslpassword=s3cret&sslkey=k"
                        + "|jdbc:postgresql://db/app?sslpassword=***&sslkey=k",
                "jdbc:postgresql://me:s3cret@db/app|jdbc:postgresql://me:***@db/app",
                "jdbc:postgresql://me:s3/cr?et@db:5432/app|jdbc:postgresql://me:***@db:5432/app",
                "jdbc:postgresql://me:p@ss@db:5432/app|jdbc:postgresql://me:***@db:5432/app",
                "jdbc:postgresql://h1:5432,h2:5433/app|jdbc:postgresql://h1:5432,h2:5433/app",
                "jdbc:postgresql://[::1]:5432/app|jdbc:postgresql://[::1]:5432/app",
                "jdbc:mysql://a:s3cret@h1,b:s3cret@h2/app|jdbc:mysql://a:***@h1,b:***@h2/app",
                "jdbc:mysql://address=(host=h)(user=u)(password=s3cret)/app"
                        + "|jdbc:mysql://address=(host=h)(user=u)(password=***)/app",
                "jdbc:mysql://(host=h,user=u,password=s3cret,port=1)/app"
                        + "|jdbc:mysql://(host=h,user=u,password=***,port=1)/app",
                "jdbc:mysql://h/app?user=u&password1=a&password2=b&pwd=c"
                        + "|jdbc:mysql://h/app?user=u&password1=***&password2=***&pwd=***",
                "jdbc:mysql://h/app?trustCertificateKeyStorePassword=x&a=b"
                        + "|jdbc:mysql://h/app?trustCertificateKeyStorePassword=***&a=b",
                "jdbc:mariadb://h/app?keyStorePassword=x|jdbc:mariadb://h/app?keyStorePassword=***",
                "jdbc:oracle:thin:scott/tiger@//h:1521/s|jdbc:oracle:thin:scott/***@//h:1521/s",
                "jdbc:oracle:thin:scott/ti/g@er@h:1521:sid|jdbc:oracle:thin:scott/***@h:1521:sid",
                "jdbc:oracle:thin:scott/tig?er@h:1521/s?x=y|jdbc:oracle:thin:scott/***@h:1521/s?x=y",
                "jdbc:oracle:thin:@//h:1521/s|jdbc:oracle:thin:@//h:1521/s",
                "jdbc:oracle:thin:/@tns|jdbc:oracle:thin:/@tns",
                "jdbc:oracle:thin:@h?oracle.net.wallet_password=x"
                        + "|jdbc:oracle:thin:@h?oracle.net.wallet_password=***",
                "jdbc:h2:file:./x;USER=sa;PASSWORD=s3cret;MODE=MySQL"
                        + "|jdbc:h2:file:./x;USER=sa;PASSWORD=***;MODE=MySQL",
                "jdbc:h2:file:./x;password = a&b|jdbc:h2:file:./x;password =***",
                "jdbc:h2:tcp://localhost:9092/~/x|jdbc:h2:tcp://localhost:9092/~/x",
                "jdbc:sqlserver://h:1;user=u;password={a;b};encrypt=true"
                        + "|jdbc:sqlserver://h:1;user=u;password=***;encrypt=true",
                "jdbc:x:y?accessToken=abc&api_key=d|jdbc:x:y?accessToken=***&api_key=***",
                "not a url|not a url"
            })
    void masksEveryPasswordInAUrl(String url, String masked) {
        assertThat(Secrets.maskUrl(url)).isEqualTo(masked);
        assertThat(Secrets.maskUrl(masked)).isEqualTo(masked);
    }

    @Test
    void masksUrlsAndAssignmentsInTheMiddleOfAText() {
        assertThat(
                        Secrets.mask(
                                "can't connect to \"jdbc:x://a:s3cret@h/d?password=s3cret\", tried"
                                        + " {user=me, password=s3cret, sslPassword = s3cret}"))
                .isEqualTo(
                        "can't connect to \"jdbc:x://a:***@h/d?password=***\", tried"
                                + " {user=me, password=***, sslPassword = ***}");
        assertThat(Secrets.mask("FATAL: password authentication failed for user \"me\""))
                .isEqualTo("FATAL: password authentication failed for user \"me\"");
    }

    @Test
    void aConnectionMasksItsOwnPasswordWhereverItStands() {
        ConnectionSettings settings =
                new ConnectionSettings(
                        "jdbc:x:y z;password=with blank",
                        Optional.of("me"),
                        Optional.of(new Secret("hunter2")),
                        Path.of(""));
        assertThat(settings.mask("jdbc:x:y z;password=with blank refused hunter2"))
                .isEqualTo("jdbc:x:y z;password=*** refused ***");
    }
}
